package passby.aws.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import passby.core.capture.UploadUrl;

/**
 * One PUT as a camera makes it, or as somebody makes it who took a camera's URL.
 *
 * @param body text instead of a picture, because S3 does not look inside
 */
public record Put(URI url, Map<String, String> headers, String body) {
    private static final Pattern CODE = Pattern.compile("<Code>(.*?)</Code>");

    /** @param code of the store's error, empty when there is none */
    public record Answer(int status, String code) {
        boolean isRefusal() {
            return status >= 400 && status < 500;
        }
    }

    public static Put of(UploadUrl url, String body) {
        return new Put(url.url(), url.headers(), body);
    }

    Put withBody(String other) {
        return new Put(url, headers, other);
    }

    Put withUrl(URI other) {
        return new Put(other, headers, body);
    }

    Put withHeader(String name, String value) {
        var changed = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(headers);
        changed.put(name, value);
        return new Put(url, changed, body);
    }

    Put withoutHeader(String name) {
        var changed = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(headers);
        changed.remove(name);
        return new Put(url, changed, body);
    }

    /**
     * By {@link HttpURLConnection}, which sends headers and a small body at once: S3Proxy resets the connection of a put that it refuses
     * before the body has come, and the answer is lost.
     */
    public Answer send() {
        try {
            var connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setRequestMethod("PUT");
            connection.setDoOutput(true);
            headers.forEach(connection::setRequestProperty);
            connection.getOutputStream().write(body.getBytes(UTF_8));
            var status = connection.getResponseCode();
            return new Answer(status, code(connection.getErrorStream()));
        } catch (IOException e) {
            throw new UncheckedIOException("the PUT did not reach the store", e);
        }
    }

    private static String code(InputStream error) throws IOException {
        if (error == null) {
            return "";
        }
        try (error) {
            var code = CODE.matcher(new String(error.readAllBytes(), UTF_8));
            return code.find() ? code.group(1) : "";
        }
    }
}
