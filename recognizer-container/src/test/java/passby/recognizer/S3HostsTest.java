package passby.recognizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passby.core.picture.FrameRef;
import passby.recognizer.wire.FrameHosts;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;

/** The network of the function answers the names of S3 in its region and no other: the client must ask for no other. */
final class S3HostsTest {
    private static final FrameRef FRAME = new FrameRef("passby-uploads-123456789012-x", "u/0/frame.jpg");

    static Stream<String> regions() {
        return Region.regions().stream()
                .filter(region -> !region.isGlobalRegion())
                .filter(region -> region.metadata() == null
                        || region.metadata().partition().dnsSuffix().equals("amazonaws.com"))
                .map(Region::id);
    }

    @ParameterizedTest
    @MethodSource("regions")
    void inEveryRegionTheClientAsksANameThatItsNetworkAnswers(String region) {
        var asked = new AtomicReference<URI>();

        ask(region, asked);

        assertThat(asked.get().getHost())
                .satisfies(host -> assertThat(FrameHosts.in(region).stream()
                                .anyMatch(pattern -> answers(pattern, host)))
                        .as(host)
                        .isTrue());
    }

    private static void ask(String region, AtomicReference<URI> asked) {
        try (var s3 = S3FrameSource.builder()
                .region(Region.of(region))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(new Deaf(asked))
                .build()) {
            new S3FrameSource(s3).fetch(FRAME);
        } catch (SdkClientException e) {
            // Nobody answers: what was asked is enough.
        }
    }

    /** A firewall's domain: an asterisk in front stands for one or more labels. */
    private static boolean answers(String pattern, String host) {
        return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
    }

    private record Deaf(AtomicReference<URI> asked) implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            asked.set(request.httpRequest().getUri());
            throw SdkClientException.create("not asked for real");
        }

        @Override
        public void close() {}
    }
}
