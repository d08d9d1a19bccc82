package passby.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
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

    /** @return the status with which the bucket answered */
    int put(HttpClient http, byte[] bytes) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url).timeout(Happenings.PATIENCE);
        headers.forEach(request::header);
        return http.send(request.PUT(BodyPublishers.ofByteArray(bytes)).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
