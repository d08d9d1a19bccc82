package passby.verifier.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import passby.core.id.Digests;
import passby.core.note.Note;

/** One file for each log, replaced as a whole. */
final class FolderCheckpoints implements SeenCheckpoints {
    private final Path folder;

    FolderCheckpoints(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Note> find(String origin) {
        try {
            var file = file(origin);
            return Files.exists(file) ? Optional.of(Note.parse(Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(String origin, Note checkpoint) {
        try {
            var fresh = Files.createTempFile(folder, "new", ".checkpoint");
            try (var file = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(checkpoint.bytes());
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(fresh, file(origin), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The origin is a stranger's text: its hash is a safe name. */
    private Path file(String origin) {
        var hash = Digests.sha256(origin.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(HexFormat.of().formatHex(hash) + ".checkpoint");
    }
}
