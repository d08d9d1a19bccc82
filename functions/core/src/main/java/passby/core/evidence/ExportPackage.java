package passby.core.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import passby.core.id.Digests;
import passby.core.ledger.Entry;
import passby.core.ledger.Field;

/**
 * The files of one export, and the ZIP that holds them. The manifest has a line for each file: its SHA-256, its length and its
 * name. The export's ledger entry commits to the manifest's own hash, so the entry vouches for every file.
 */
public final class ExportPackage {
    /** A Lambda answers 6 MB at most, and these bytes travel in base64. */
    public static final int MAX_BYTES = 4 << 20;

    static final String MANIFEST = "manifest.txt";
    private static final String HEAD = "passby-export/1\n";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    public void add(String name, byte[] content) {
        if (files.putIfAbsent(name, content) != null) {
            throw new IllegalStateException("an export has two files of one name");
        }
    }

    public void add(String name, String content) {
        add(name, content.getBytes(StandardCharsets.UTF_8));
    }

    String manifest() {
        var manifest = new StringBuilder(HEAD);
        files.forEach((name, content) -> manifest.append(HexFormat.of().formatHex(Digests.sha256(content)))
                .append(' ')
                .append(content.length)
                .append(' ')
                .append(name)
                .append('\n'));
        return manifest.toString();
    }

    /** SHA-256 of the manifest, 64 hexadecimal digits: what the entry commits to as its subject. */
    public String manifestHash() {
        return Digests.sha256Hex(manifest());
    }

    /** The entry, and what opens its commitment to the manifest alone: nothing else of it is disclosed. */
    public static Map<String, String> vouching(Entry entry) {
        var opening = entry.openings().get(Field.SUBJECT);
        if (opening == null) {
            throw new IllegalStateException("the entry commits to the manifest");
        }
        var files = new LinkedHashMap<String, String>();
        files.put("ledger-entry.json", entry.canonical());
        files.put(
                "ledger-opening.txt",
                Field.SUBJECT.code() + " " + opening.salt() + " " + opening.value() + "\n" + entry.leafHash() + "\n");
        return files;
    }

    /** @param unlisted files that come after the manifest: the entry that commits to it, and what opens that entry */
    public byte[] zip(Map<String, String> unlisted) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                put(zip, file.getKey(), file.getValue());
            }
            put(zip, MANIFEST, manifest().getBytes(StandardCharsets.UTF_8));
            for (var file : unlisted.entrySet()) {
                put(zip, file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** All files bear the same time, so that the same export has the same bytes. */
    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
