package passby.core.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import passby.core.testing.Unique;

/** What every {@link Manifests} does. */
public abstract class ManifestsContract {
    private final String name = "ncic/1-" + new Unique().code();

    protected abstract Manifests manifests();

    private static void write(OutputStream output, String text) {
        try {
            output.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read() throws IOException {
        try (var input = manifests().open(name).orElseThrow()) {
            return input.readAllBytes();
        }
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        manifests().write(name, output -> write(output, "first"));
        manifests().write(name, output -> write(output, "second"));

        assertThat(read()).asString().isEqualTo("second");
    }

    @Test
    void aWriterThatFailsLeavesNothing() {
        assertThatThrownBy(() -> manifests().write(name, output -> {
                    write(output, "half");
                    throw new IllegalStateException("cut off");
                }))
                .hasMessage("cut off");

        assertThat(manifests().open(name)).isEmpty();
    }

    @Test
    void namesAreThoseOfOneSourceAlone() {
        var other = name.replace("ncic/", "ncic2/");
        manifests().write(name, output -> write(output, "text"));
        manifests().write(other, output -> write(output, "text"));

        assertThat(manifests().names("ncic")).contains(name).doesNotContain(other);
        assertThat(manifests().names("nobody")).isEmpty();
    }

    @Test
    void whatIsDeletedIsGoneAndMayBeDeletedAgain() {
        manifests().write(name, output -> write(output, "text"));

        manifests().delete(name);
        manifests().delete(name);

        assertThat(manifests().open(name)).isEmpty();
    }
}
