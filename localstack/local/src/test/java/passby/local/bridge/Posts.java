package passby.local.bridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What makers post, from {@code events/cameras}. */
final class Posts {
    private static final Path FOLDER = Path.of("../../events/cameras");

    private Posts() {}

    static String of(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Webhook parse(String body) {
        return Webhooks.parse("application/json", body.getBytes(StandardCharsets.UTF_8));
    }
}
