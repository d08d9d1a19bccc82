package passby.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** A URL that the city gave for one frame, to be used as it was meant or otherwise. */
record Promise(String uploadId, URI url, Map<String, String> headers) {
    Promise {
        headers = Map.copyOf(headers);
    }

    static Promise of(JsonNode upload) {
        var headers = new HashMap<String, String>();
        upload.required("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return new Promise(
                upload.required("uploadId").asText(),
                URI.create(upload.required("url").asText()),
                headers);
    }

    Promise at(String otherUrl) {
        return new Promise(uploadId, URI.create(otherUrl), headers);
    }

    /** The same with another value of a header, whatever its case; a header that is not there is a mistake of the test. */
    Promise with(String name, String value) {
        var changed = new HashMap<>(headers);
        var known = headers.keySet().stream()
                .filter(key -> key.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow();
        changed.put(known, value);
        return new Promise(uploadId, url, changed);
    }

    Promise without(String name) {
        var changed = new HashMap<>(headers);
        if (!changed.keySet().removeIf(name::equalsIgnoreCase)) {
            throw new IllegalArgumentException("there is no " + name);
        }
        return new Promise(uploadId, url, changed);
    }

    /**
     * By {@link HttpURLConnection}, which sends headers and a small body at once: S3Proxy resets the connection of a put that it refuses
     * before the body has come, and the answer is lost.
     *
     * @return the status with which the bucket answered
     */
    int put(byte[] bytes) throws IOException {
        var connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setReadTimeout(Math.toIntExact(Happenings.PATIENCE.toMillis()));
        connection.setRequestMethod("PUT");
        connection.setDoOutput(true);
        headers.forEach(connection::setRequestProperty);
        try {
            connection.getOutputStream().write(bytes);
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
