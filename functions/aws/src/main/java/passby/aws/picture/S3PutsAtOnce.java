package passby.aws.picture;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends an object right behind its headers. The SDK would first ask whether it may ({@code Expect: 100-continue}): a round
 * trip too many for crops of some kilobytes, and on a kept connection that the server has closed meanwhile the JDK's client
 * fails in it without trying again.
 */
final class S3PutsAtOnce implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return context.httpRequest().toBuilder().removeHeader("Expect").build();
    }
}
