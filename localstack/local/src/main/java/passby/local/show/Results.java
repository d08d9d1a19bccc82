package passby.local.show;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The file of {@code --json}: one object per picture, a line each, written as it happens. */
public final class Results implements Consumer<Outcome>, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Writer writer;

    private Results(Writer writer) {
        this.writer = writer;
    }

    /** @param file to write anew, or null to write nowhere */
    public static Results to(@Nullable Path file) throws IOException {
        return new Results(file == null ? Writer.nullWriter() : Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }

    @Override
    public void accept(Outcome outcome) {
        try {
            writer.write(JSON.writeValueAsString(outcome.json()) + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
