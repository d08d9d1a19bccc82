package passby.local.city;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class CityLogTest {
    @TempDir
    Path folder;

    @Test
    void ofAnExceptionOnlyItsClassAndItsPlaceAreWritten() throws IOException {
        var log = logged(() -> LoggerFactory.getLogger("org.engine")
                .error("It failed", new IllegalStateException("the plate was ABC1234")));

        assertThat(log).contains("ERROR org.engine It failed java.lang.IllegalStateException", "CityLogTest");
        assertThat(log).doesNotContain("ABC1234");
    }

    @Test
    void dynamoDbLocalFillsItsTextsBeforehandSoTheyAreLeftOut() throws IOException {
        var log = logged(() -> LoggerFactory.getLogger("software.amazon.dynamodb.services.local.Server")
                .warn("The item k1.ABC is wrong"));

        assertThat(log).contains("WARN software.amazon.dynamodb.services.local.Server (left out)");
        assertThat(log).doesNotContain("k1.ABC");
    }

    @Test
    void whatIsNoWarningIsNotWritten() throws IOException {
        assertThat(logged(() -> LoggerFactory.getLogger("org.engine").info("Started")))
                .isEmpty();
    }

    @Test
    void theTerminalHearsNothing() throws IOException {
        var terminal = new ByteArrayOutputStream();
        var out = System.out;
        var err = System.err;
        try (var stream = new PrintStream(terminal, true)) {
            System.setOut(stream);
            System.setErr(stream);
            logged(() -> {
                LoggerFactory.getLogger("passby.test").error("Something");
                java.util.logging.Logger.getLogger("okhttp3.mockwebserver").warning("A connection");
            });
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        assertThat(terminal.toString(UTF_8)).isEmpty();
    }

    private String logged(Runnable work) throws IOException {
        var file = folder.resolve("city.log");
        try (var _ = CityLog.toFile(file)) {
            work.run();
        }
        return Files.readString(file);
    }
}
