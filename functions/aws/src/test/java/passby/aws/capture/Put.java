package passby.aws.capture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import passby.core.capture.UploadUrl;

/**
 * One PUT as a camera makes it, or as somebody makes it who took a camera's URL.
 *
 * @param body text instead of a picture, because S3 does not look inside
 */
record Put(URI url, Map<String, String> headers, String body) {
    private static final Pattern CODE = Pattern.compile("<Code>(.*?)</Code>");

    /** @param code of the store's error, empty when there is none */
    record Answer(int status, String code) {
        boolean isRefusal() {
            return status >= 400 && status < 500;
        }
    }

    static Put of(UploadUrl url, String body) {
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

    Answer send() {
        var request = HttpRequest.newBuilder(url).PUT(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var code = CODE.matcher(response.body());
            return new Answer(response.statusCode(), code.find() ? code.group(1) : "");
        } catch (IOException e) {
            throw new IllegalStateException("the PUT did not reach the store", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
