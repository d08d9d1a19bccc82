package passby.aws.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** PUTs answers to where CloudFormation waits for them, a bounded number of times and for a bounded time. */
public final class AnswerUrls {
    /** Between attempts, usually. */
    static final List<Duration> PAUSES = List.of(Duration.ofMillis(250), Duration.ofSeconds(1));

    /** Of one attempt, usually. */
    public static final Duration TIMEOUT = Duration.ofSeconds(6);

    private static final int SERVER_ERRORS = 500;
    private static final int REDIRECTS = 300;

    private final List<Duration> pauses;
    private final Duration timeout;

    /**
     * @param pauses between attempts: one attempt more than there are pauses
     * @param timeout of one attempt
     */
    public AnswerUrls(List<Duration> pauses, Duration timeout) {
        this.pauses = List.copyOf(pauses);
        this.timeout = timeout;
    }

    public static AnswerUrls usual() {
        return new AnswerUrls(PAUSES, TIMEOUT);
    }

    /** @throws UncheckedIOException when nobody took it: CloudFormation and Lambda will send the event again */
    void put(URI url, byte[] answer) {
        // Signed without a content type: any would break the signature.
        var request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(answer))
                .build();
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build()) {
            for (var pause : pauses) {
                if (isTaken(client, request)) {
                    return;
                }
                LockSupport.parkNanos(pause.toNanos());
            }
            if (!isTaken(client, request)) {
                throw new UncheckedIOException(new IOException("nobody took the answer to a deployment"));
            }
        }
    }

    /** @return false when it may help to try again */
    private static boolean isTaken(HttpClient client, HttpRequest request) {
        try {
            var status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= REDIRECTS && status < SERVER_ERRORS) {
                throw new UncheckedIOException(new IOException("the answer to a deployment was refused: " + status));
            }
            return status < REDIRECTS;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while answering a deployment", e);
        }
    }
}
