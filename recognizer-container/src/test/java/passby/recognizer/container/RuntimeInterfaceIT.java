package passby.recognizer.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The handler in a process of its own, under the real runtime interface client. */
class RuntimeInterfaceIT {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    /** By the environment, so that the command line stays one that people can read. */
    private static final Map<String, String> CLASS_PATH = Map.of("CLASSPATH", System.getProperty("java.class.path"));

    private static final Rehearsal REHEARSAL = new Rehearsal(System::nanoTime);

    private static List<String> function(String handler) {
        return List.of(
                JAVA,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                CLIENT,
                handler);
    }

    @Test
    void theFunctionReadsAndCutsAFrameFromTheStore() {
        var measured = REHEARSAL.of(function("passby.recognizer.RecognizerHandler::handleRequest"), CLASS_PATH);

        System.out.println("Without an image: " + measured);
        assertThat(measured.firstAnswer()).isBetween(measured.started(), Duration.ofSeconds(30));
        assertThat(measured.processorTime()).isLessThan(Duration.ofSeconds(20));
        assertThat(measured.warmRead()).isLessThan(measured.firstAnswer());
        assertThat(measured.peakBytes()).isLessThan(1L << 30);
    }

    @Test
    void aHandlerThatIsNotThereIsToldAndNotWaitedFor() {
        assertThatThrownBy(() -> REHEARSAL.of(function("passby.recognizer.NoSuchHandler::handleRequest"), CLASS_PATH))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseInstanceOf(RuntimeApi.FunctionFailed.class);
    }
}
