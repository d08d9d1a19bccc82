package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import passby.aws.http.ProblemType;

/** What the city answered. */
final class Reply {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    Reply(HttpResponse<byte[]> response) {
        this.status = response.statusCode();
        this.headers = response.headers();
        this.body = response.body();
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body.clone();
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The JSON of an answer of that status. */
    JsonNode is(int expected) {
        assertThat(status).as("status").isEqualTo(expected);
        return json();
    }

    /** The problem (RFC 9457) of that type, complete, and with the headers that every answer has. */
    JsonNode isRefused(ProblemType type) {
        assertThat(status).as("status").isEqualTo(type.status());
        assertThat(header("content-type")).isEqualTo("application/problem+json");
        assertThat(header("cache-control")).isEqualTo("no-store");
        var problem = json();
        assertThat(problem.path("type").asText()).isEqualTo(type.uri());
        assertThat(problem.path("status").asInt()).isEqualTo(type.status());
        assertThat(problem.path("title").asText()).isEqualTo(type.title());
        assertThat(problem.path("detail").asText()).isNotBlank();
        return problem;
    }

    /** What is wrong with the body, each as {@code field code}. */
    List<String> problems() {
        return isRefused(ProblemType.INVALID)
                .path("problems")
                .valueStream()
                .map(problem -> problem.path("field").asText() + " "
                        + problem.path("code").asText())
                .toList();
    }
}
