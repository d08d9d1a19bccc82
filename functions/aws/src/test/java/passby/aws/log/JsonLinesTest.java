package passby.aws.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** What the log of a deployed function takes, and what it withholds. */
final class JsonLinesTest {
    private static final String SECRET = "7MDU042 eyJhbGciOi https://uploads.example/?X-Amz-Signature=fe5f";

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Logger ours = logger("passby.aws.http.ApiEndpoint");
    private final Logger library = logger("software.amazon.awssdk.request");

    private Logger logger(String name) {
        return new JsonLines(name, () -> new PrintStream(log, true, UTF_8));
    }

    @Test
    void ourOwnWordsAreALineOfJson() throws IOException {
        ours.error("{} {} failed: {}", "Search", "r-1", "java.lang.IllegalStateException\n\tat x");

        assertThat(line().path("level").asText()).isEqualTo("ERROR");
        assertThat(line().path("logger").asText()).isEqualTo("passby.aws.http.ApiEndpoint");
        assertThat(line().path("message").asText())
                .isEqualTo("Search r-1 failed: java.lang.IllegalStateException\n\tat x");
        assertThat(log.toString(UTF_8)).containsOnlyOnce("\n");
    }

    @Test
    void anExceptionIsToldByItsClassesAndPlacesAlone() throws IOException {
        ours.error("broken", new IllegalStateException(SECRET, new IllegalArgumentException(SECRET)));

        assertThat(line().path("thrown").asText())
                .contains("java.lang.IllegalStateException", "caused by java.lang.IllegalArgumentException", "\tat ");
        assertThat(log.toString(UTF_8)).doesNotContain("7MDU042", "eyJ", "X-Amz");
    }

    @Test
    void ofALibraryOnlyThatItWarnedIsLogged() throws IOException {
        library.error("cannot read " + SECRET, new IllegalStateException(SECRET));

        assertThat(line().path("message").asText()).isEqualTo("withheld");
        assertThat(line().path("thrown").asText()).startsWith("java.lang.IllegalStateException");
        assertThat(log.toString(UTF_8)).doesNotContain("7MDU042", "eyJ", "X-Amz");
    }

    @Test
    void whatLibrariesSayBelowAWarningIsNotLogged() {
        library.info(SECRET);
        library.debug("sending {}", SECRET);
        ours.debug("priming {}", SECRET);

        assertThat(log.toString(UTF_8)).isEmpty();
    }

    @Test
    void theProviderGivesEachNameItsOneLogger() {
        var provider = new JsonLinesProvider();
        provider.initialize();

        var logger = provider.getLoggerFactory().getLogger("passby.aws.x");

        assertThat(logger).isSameAs(provider.getLoggerFactory().getLogger("passby.aws.x"));
        assertThat(logger.getName()).isEqualTo("passby.aws.x");
    }

    private JsonNode line() throws IOException {
        return new ObjectMapper().readTree(log.toString(UTF_8));
    }
}
