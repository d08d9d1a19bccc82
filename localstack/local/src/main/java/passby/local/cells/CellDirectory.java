package passby.local.cells;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import passby.core.note.MalformedException;
import passby.core.note.Note;
import passby.core.note.VerifierKey;

/**
 * Where a signed directory lies: a folder, or an address under which any web server or CDN serves its files. Nothing of the server is
 * trusted: each file is signed, says which part it is, and is refused when it is older than what the reader knows.
 */
public final class CellDirectory {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int FOUND = 200;
    private static final int PARTS = 256;

    private final String where;
    private final VerifierKey key;
    private final HttpClient http;

    /** @param where a folder, or an address that begins with {@code http} */
    public CellDirectory(String where, VerifierKey key, HttpClient http) {
        this.where = where.endsWith("/") ? where : where + "/";
        this.key = key;
        this.http = http;
    }

    /**
     * All files of a directory, by their names: one for each part, also for one without a camera.
     *
     * @param homes names of cells, by cameras' ids
     */
    static Map<String, CellPart> parts(
            String name, long version, Instant time, List<Cell> cells, Map<String, String> homes) {
        var byPart = new TreeMap<String, TreeMap<String, String>>();
        for (var number = 0; number < PARTS; number++) {
            byPart.put(HexFormat.of().toHexDigits((byte) number), new TreeMap<>());
        }
        for (var home : homes.entrySet()) {
            var token = CellPart.token(home.getKey());
            byPart.computeIfAbsent(token.substring(0, CellPart.DIGITS), _ -> new TreeMap<>())
                    .put(token, home.getValue());
        }
        var sorted = new ArrayList<>(cells);
        sorted.sort(Comparator.comparing(Cell::name));
        var parts = new TreeMap<String, CellPart>();
        byPart.forEach((part, of) -> parts.put(part, new CellPart(name, version, time, part, sorted, of)));
        return parts;
    }

    /**
     * The cell of a camera; empty where the directory does not know it.
     *
     * @param known the version that the reader has seen before, 0 where none: what is older is refused
     * @throws MalformedException where the file is not signed by the key, is another part's, or is older
     * @throws IOException where the file cannot be read
     */
    public Optional<Cell> find(String cameraId, long known) throws IOException, InterruptedException {
        var name = CellPart.partOf(cameraId);
        var note = Note.parse(file(name));
        if (!note.isSignedBy(key)) {
            throw new MalformedException("the directory is not signed by that key");
        }
        var part = CellPart.parse(note.text());
        if (!part.part().equals(name)) {
            throw new MalformedException("another part of the directory than the one that was asked for");
        }
        if (part.version() < known) {
            throw new MalformedException("version " + part.version() + " is older than " + known);
        }
        return part.home(cameraId);
    }

    private byte[] file(String name) throws IOException, InterruptedException {
        if (!where.startsWith("http://") && !where.startsWith("https://")) {
            return local(Path.of(where, name));
        }
        var request = HttpRequest.newBuilder(URI.create(where + name))
                .timeout(PATIENCE)
                .build();
        var answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != FOUND) {
            throw new IOException("the directory's part " + name + " is answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static byte[] local(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + file.getFileName() + " of the directory", e);
        }
    }
}
