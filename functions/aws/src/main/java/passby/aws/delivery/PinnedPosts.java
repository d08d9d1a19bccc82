package passby.aws.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts over HTTP/1.1 to exactly the address that was looked up and found allowed: a name that leads somewhere else a
 * moment later is not looked up again. The certificate must be the name's. One deadline bounds the whole call, however
 * slowly the other side sends.
 *
 * <p>Source: RFC 9112, "HTTP/1.1"; of an answer only the status line is read.
 */
public final class PinnedPosts implements Outside {
    /** Five of them, one after the other, end before their function does. */
    public static final Duration DEADLINE = Duration.ofSeconds(3);

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
    private static final int LONGEST_LINE = 1024;

    /** Looks a name up. */
    public interface Names {
        InetAddress[] addresses(String host) throws IOException;
    }

    private final Reach reach;
    private final Names names;
    private final LongSupplier nanos;

    /** @param nanos the clock of {@link System#nanoTime()} */
    public PinnedPosts(Reach reach, Names names, LongSupplier nanos) {
        this.reach = reach;
        this.names = names;
        this.nanos = nanos;
    }

    public static PinnedPosts to(Reach reach) {
        return new PinnedPosts(reach, InetAddress::getAllByName, System::nanoTime);
    }

    @Override
    public int post(URI address, Map<String, String> headers, byte[] body) throws IOException {
        if (!reach.scheme().equals(address.getScheme())) {
            throw new IOException("only " + reach.scheme() + " is called from here");
        }
        var end = nanos.getAsLong() + DEADLINE.toNanos();
        var plain = new Socket();
        var guard = closing(plain, left(end));
        try (plain) {
            var socket = connected(plain, address, end);
            socket.getOutputStream().write(head(address, headers, body.length));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return status(socket, end);
        } finally {
            guard.interrupt();
        }
    }

    /** A timeout of a socket bounds one read, and no write: a handshake or a receiver that goes on byte by byte is closed. */
    private static Thread closing(Socket socket, int millis) {
        return Thread.ofVirtual().name("deadline").start(() -> {
            try {
                Thread.sleep(millis);
                socket.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                // It is closed all the same.
            }
        });
    }

    private Socket connected(Socket plain, URI address, long end) throws IOException {
        var found = allowed(address.getHost());
        var port = port(address);
        plain.connect(new InetSocketAddress(found, port), left(end));
        plain.setSoTimeout(left(end));
        return address.getScheme().equals("https") ? secured(plain, address.getHost(), port) : plain;
    }

    /** All of a name's addresses must be allowed: one that is not says what the name is for. */
    private InetAddress allowed(String host) throws IOException {
        var found = names.addresses(host);
        for (var address : found) {
            if (!reach.allows(address)) {
                throw new IOException("the name leads to an address that is not called from here");
            }
        }
        if (found.length == 0) {
            throw new IOException("the name leads nowhere");
        }
        return found[0];
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return address.getScheme().equals("https") ? 443 : 80;
    }

    private static byte[] head(URI address, Map<String, String> headers, int length) throws IOException {
        var path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        var head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\n");
        head.append("Host: ").append(address.getRawAuthority()).append("\r\n");
        for (var header : headers.entrySet()) {
            if (header.getValue().chars().anyMatch(character -> character < ' ' || character > '~')) {
                throw new IOException("a header holds a character that none may hold");
            }
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
        }
        head.append("Content-Length: ").append(length).append("\r\nConnection: close\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private int status(Socket socket, long end) throws IOException {
        var line = new StringBuilder();
        var in = socket.getInputStream();
        for (var next = read(socket, in, end); next != '\n'; next = read(socket, in, end)) {
            if (next < 0 || line.length() == LONGEST_LINE) {
                throw new IOException("what was answered is not HTTP");
            }
            line.append((char) next);
        }
        var status = STATUS.matcher(line.toString().strip());
        if (!status.matches()) {
            throw new IOException("what was answered is not HTTP");
        }
        return Integer.parseInt(status.group(1));
    }

    private int read(Socket socket, InputStream in, long end) throws IOException {
        socket.setSoTimeout(left(end));
        return in.read();
    }

    /** In whole milliseconds, at least one: zero would mean for ever. */
    private int left(long end) throws SocketTimeoutException {
        var left = (end - nanos.getAsLong()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("no answer within " + DEADLINE.toSeconds() + " s");
        }
        return (int) left;
    }
}
