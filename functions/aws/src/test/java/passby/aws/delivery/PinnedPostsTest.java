package passby.aws.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PinnedPostsTest {
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    /** A system that answers one call with these bytes, and keeps what it was sent. */
    private record Stranger(ServerSocket socket, CompletableFuture<String> sent) implements AutoCloseable {
        static Stranger that(String answer) throws IOException {
            var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            var sent = new CompletableFuture<String>();
            Thread.ofVirtual().start(() -> {
                try (var call = socket.accept()) {
                    var bytes = new byte[4096];
                    var text = new StringBuilder();
                    while (!text.toString().endsWith("{}")) {
                        var read = call.getInputStream().read(bytes);
                        text.append(new String(bytes, 0, read, StandardCharsets.US_ASCII));
                    }
                    call.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                    call.getOutputStream().flush();
                    sent.complete(text.toString());
                    call.getInputStream().read();
                } catch (IOException e) {
                    sent.completeExceptionally(e);
                }
            });
            return new Stranger(socket, sent);
        }

        URI uri(String path) {
            return URI.create("http://localhost:" + socket.getLocalPort() + path);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static PinnedPosts posts() {
        return PinnedPosts.to(Reach.THIS_MACHINE);
    }

    @Test
    void aCallIsOnePostAndItsAnswerIsTheStatusAlone() throws Exception {
        try (var stranger = Stranger.that("HTTP/1.1 204 No Content\r\nX: y\r\n\r\n")) {
            assertThat(posts().post(stranger.uri("/hook"), Map.of("webhook-id", "hit-1"), BODY))
                    .isEqualTo(204);
            assertThat(stranger.sent().get())
                    .startsWith("POST /hook HTTP/1.1\r\nHost: localhost:")
                    .contains("\r\nwebhook-id: hit-1\r\n", "\r\nContent-Length: 2\r\n")
                    .endsWith("\r\n\r\n{}");
        }
    }

    @Test
    void aRedirectionIsAnAnswerAndNobodyFollowsIt() throws Exception {
        try (var stranger = Stranger.that("HTTP/1.1 301 Moved\r\nLocation: http://localhost:1/\r\n\r\n")) {
            assertThat(posts().post(stranger.uri("/"), Map.of(), BODY)).isEqualTo(301);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-made-up\r\n", "HTTP/1.1 999 odd\r\n", "HTTP/1.1 200\r"})
    void whatIsNotHttpIsNoAnswer(String answer) throws Exception {
        try (var stranger = Stranger.that(answer)) {
            assertThatThrownBy(() -> posts().post(stranger.uri("/"), Map.of(), BODY))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aLineThatNeverEndsIsNoAnswer() throws Exception {
        try (var stranger = Stranger.that("HTTP/1.1 200 " + "a".repeat(5000))) {
            assertThatThrownBy(() -> posts().post(stranger.uri("/"), Map.of(), BODY))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("not HTTP");
        }
    }

    /** A second passes at each look at the clock, so that nobody waits here. */
    @Test
    void whoeverAnswersNeverOrByteByByteIsGivenUpAtTheDeadline() throws Exception {
        try (var stranger = Stranger.that("HTTP/1.1 200 fine, but slowly")) {
            var nanos = new AtomicLong();
            var posts =
                    new PinnedPosts(Reach.THIS_MACHINE, InetAddress::getAllByName, () -> nanos.getAndAdd(300_000_000));

            assertThatThrownBy(() -> posts.post(stranger.uri("/"), Map.of(), BODY))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("within 3 s");
        }
    }

    /** What is sent fills the buffers on the way, and no timeout of a socket ends a write. */
    @Test
    void whoeverTakesNothingIsGivenUpAtTheDeadline() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var looks = new AtomicLong();
            var almostOver = PinnedPosts.DEADLINE.minusMillis(200).toNanos();
            var posts = new PinnedPosts(
                    Reach.THIS_MACHINE, InetAddress::getAllByName, () -> looks.getAndIncrement() == 0 ? 0 : almostOver);
            var uri = URI.create("http://localhost:" + silent.getLocalPort() + "/");

            assertThatThrownBy(() -> posts.post(uri, Map.of(), new byte[64 << 20]))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aNameOfWhichOneAddressIsNotAllowedIsNotCalled() throws Exception {
        var own = InetAddress.getByAddress(new byte[] {10, 0, 0, 1});
        var loopback = InetAddress.getLoopbackAddress();
        var posts = new PinnedPosts(Reach.THIS_MACHINE, _ -> new InetAddress[] {loopback, own}, System::nanoTime);

        assertThatThrownBy(() -> posts.post(URI.create("http://localhost:1/"), Map.of(), BODY))
                .hasMessageContaining("not called from here");
    }

    @Test
    void plainHttpNeverLeavesTheMachine() {
        var posts = PinnedPosts.to(Reach.INTERNET);

        assertThatThrownBy(() -> posts.post(URI.create("http://localhost:1/"), Map.of(), BODY))
                .hasMessageContaining("only https");
    }

    @Test
    void aHeaderCannotSmuggleAnother() throws Exception {
        try (var stranger = Stranger.that("HTTP/1.1 200 OK\r\n\r\n")) {
            assertThatThrownBy(() -> posts().post(stranger.uri("/"), Map.of("a", "b\r\nc: d"), BODY))
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "192.168.1.1",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "64:ff9b::a00:1",
                "2001:db8::1",
                "2002:a00:1::1",
                "2001::1",
                "::ffff:10.0.0.1",
                "3fff::1"
            })
    void noAddressInsideANetworkIsCalled(String address) throws Exception {
        assertThat(Reach.INTERNET.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.128.0.1", "172.32.0.1", "192.1.0.1", "2600:1f18::1", "2a00:1450::1"})
    void aPublicAddressIsCalled(String address) throws Exception {
        assertThat(Reach.INTERNET.allows(InetAddress.getByName(address))).isTrue();
        assertThat(Reach.THIS_MACHINE.allows(InetAddress.getByName(address))).isFalse();
    }
}
