package passby.local;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;

/** Lets a failed message come back after a second at most: a test does not wait for minutes until it is a dead letter. */
final class HurriedQueue implements ExecutionInterceptor {
    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return context.request() instanceof ChangeMessageVisibilityRequest change
                ? change.toBuilder()
                        .visibilityTimeout(Math.min(1, change.visibilityTimeout()))
                        .build()
                : context.request();
    }
}
