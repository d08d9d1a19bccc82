package passby.aws.stub;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** A connection that breaks after the server carried out the first write and before its answer arrived. */
public final class LosesFirstAnswer implements SdkHttpClient {
    private final SdkHttpClient whole = UrlConnectionHttpClient.create();
    private final AtomicBoolean lost = new AtomicBoolean();

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        var executable = whole.prepareRequest(request);
        var writes = request.httpRequest().method() == SdkHttpMethod.PUT;
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                var answer = executable.call();
                if (writes && lost.compareAndSet(false, true)) {
                    throw new IOException("the answer was lost");
                }
                return answer;
            }

            @Override
            public void abort() {
                executable.abort();
            }
        };
    }

    @Override
    public void close() {
        whole.close();
    }
}
