import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/**
 * Checks an evidence package of Passby, without Passby and without a network:
 *
 *     java VerifyExport.java PACKAGE.zip
 *
 * Every file must be the one that the manifest names; the manifest must be the one that the ledger entry of the export
 * commits to; every entry must have a well-formed hash. Prints the first thing that does not hold and ends with 1, or what
 * was checked and ends with 0. Written to be read: it is one file and uses the JDK alone.
 */
public final class VerifyExport {
    private static final String MANIFEST = "manifest.txt";
    private static final String ENTRY = "ledger-entry.json";
    private static final String OPENING = "ledger-opening.txt";
    private static final long MAX_FILE = 64L << 20;
    private static final int MAX_FILES = 1_000;

    private VerifyExport() {}

    /** What does not hold. */
    private static final class Refused extends Exception {
        Refused(String what) {
            super(what);
        }
    }

    public static void main(String[] args) throws Exception {
        if (args.length != 1) {
            System.err.println("java VerifyExport.java PACKAGE.zip");
            System.exit(2);
        }
        try {
            System.out.println(verify(read(Path.of(args[0]))));
        } catch (Refused e) {
            System.out.println("NOT GENUINE: " + e.getMessage());
            System.exit(1);
        }
    }

    private static Map<String, byte[]> read(Path file) throws IOException, Refused {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName();
                require(files.size() < MAX_FILES, "the package holds more than " + MAX_FILES + " files");
                require(files.put(name, bytes(zip, name)) == null, "the package holds two files named " + name);
            }
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            throw new Refused("the package is damaged (" + e.getMessage() + ")");
        }
        require(!files.isEmpty(), "this is no package");
        return files;
    }

    private static byte[] bytes(ZipInputStream zip, String name) throws IOException, Refused {
        var content = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        for (var n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
            content.write(buffer, 0, n);
            require(content.size() <= MAX_FILE, name + " is too large");
        }
        return content.toByteArray();
    }

    private static String verify(Map<String, byte[]> files) throws Exception {
        var manifest = text(files, MANIFEST);
        var lines = manifest.split("\n");
        require(lines[0].equals("passby-export/1"), MANIFEST + " is not of a format that this program knows");
        var listed = new LinkedHashSet<String>();
        for (var i = 1; i < lines.length; i++) {
            listed.add(checkFile(files, lines[i]));
        }
        for (var name : files.keySet()) {
            require(
                    listed.contains(name) || name.equals(MANIFEST) || name.equals(ENTRY) || name.equals(OPENING),
                    name + " is not in the manifest");
        }
        var leaf = checkEntry(text(files, ENTRY), text(files, OPENING), sha256(manifest.getBytes(StandardCharsets.UTF_8)));
        return "GENUINE: " + listed.size() + " files are those of the manifest, and the manifest is the one that the"
                + " ledger entry commits to.\nLedger entry (leaf hash): " + leaf;
    }

    private static String checkFile(Map<String, byte[]> files, String line) throws Exception {
        var parts = line.split(" ", 3);
        require(parts.length == 3, "a line of " + MANIFEST + " is not a hash, a length and a name");
        var name = parts[2];
        var content = files.get(name);
        require(content != null, name + " is missing");
        require(content.length == Long.parseLong(parts[1]), name + " has another length than the manifest says");
        require(sha256(content).equals(parts[0]), name + " was changed: its SHA-256 is not that of the manifest");
        return name;
    }

    /** SHA-256("passby/c1", entry id, field, salt, value), each part behind its length in four bytes. */
    private static String checkEntry(String entry, String opening, String manifestHash) throws Exception {
        var lines = opening.split("\n");
        var parts = lines[0].split(" ");
        require(lines.length == 2 && parts.length == 3, OPENING + " is damaged");
        require(parts[2].equals(manifestHash), MANIFEST + " was changed: it is not the one that the ledger entry names");
        var id = member(entry, "id");
        var commitment = sha256(framed(
                utf8("passby/c1"), utf8(id), utf8(parts[0]), HexFormat.of().parseHex(parts[1]), utf8(parts[2])));
        require(
                commitment.equals(member(entry, parts[0])),
                ENTRY + " was changed: it does not commit to this manifest");
        var text = utf8(entry);
        var leaf = new byte[text.length + 1];
        System.arraycopy(text, 0, leaf, 1, text.length);
        require(sha256(leaf).equals(lines[1]), ENTRY + " was changed: its leaf hash is another one");
        return lines[1];
    }

    private static String member(String json, String name) throws Refused {
        var found = Pattern.compile("\"" + Pattern.quote(name) + "\":\"([a-z0-9]+)\"").matcher(json);
        require(found.find(), ENTRY + " has no member " + name);
        return found.group(1);
    }

    private static String text(Map<String, byte[]> files, String name) throws Refused {
        var content = files.get(name);
        require(content != null, name + " is missing");
        return new String(content, StandardCharsets.UTF_8);
    }

    private static byte[] framed(byte[]... parts) throws IOException {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.write(java.nio.ByteBuffer.allocate(4).putInt(part.length).array());
            all.write(part);
        }
        return all.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static void require(boolean holds, String otherwise) throws Refused {
        if (!holds) {
            throw new Refused(otherwise);
        }
    }
}
