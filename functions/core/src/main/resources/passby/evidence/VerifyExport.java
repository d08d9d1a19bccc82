import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
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
 * commits to; every proof must lead from its entry to a checkpoint that the log's key signed (RFC 6962, C2SP tlog-proof and
 * signed-note). Prints the first thing that does not hold and ends with 1, or what was checked and ends with 0. Written to be read: it is one file and uses the JDK alone.
 */
public final class VerifyExport {
    private static final String MANIFEST = "manifest.txt";
    private static final String ENTRY = "ledger-entry.json";
    private static final String OPENING = "ledger-opening.txt";
    private static final String KEY = "ledger/log-key.txt";
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
        } catch (RuntimeException e) {
            System.out.println("NOT GENUINE: a file that the manifest does not list is not in its form");
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
                + " ledger entry commits to.\n" + checkProofs(files) + "\nLedger entry (leaf hash): " + leaf;
    }

    /** Each entry that has a proof stands in the log; the others were not sealed when the package was made. */
    private static String checkProofs(Map<String, byte[]> files) throws Exception {
        var key = text(files, KEY).strip();
        var entries = 0;
        var proved = 0;
        for (var name : files.keySet()) {
            if (name.startsWith("ledger/") && name.endsWith(".json")) {
                entries++;
                var proof = name.replace(".json", ".proof");
                if (files.containsKey(proof)) {
                    checkProof(proof, text(files, proof), leaf(text(files, name)), key);
                    proved++;
                }
            }
        }
        return proved + " of " + entries + " earlier entries are proved to stand in the log that this key signs: " + key;
    }

    private static void checkProof(String name, String proof, byte[] leaf, String key) throws Exception {
        var split = proof.indexOf("\n\n");
        require(split > 0, name + " is damaged");
        var lines = proof.substring(0, split).split("\n");
        var checkpoint = proof.substring(split + 2);
        var signed = checkpoint.indexOf("\n\n");
        require(lines[0].equals("c2sp.org/tlog-proof@v1") && signed > 0, name + " is not a proof of a known format");
        var head = checkpoint.substring(0, signed).split("\n");
        var root = root(name, leaf, Long.parseLong(lines[1].replace("index ", "")), Long.parseLong(head[1]), lines);
        require(Base64.getEncoder().encodeToString(root).equals(head[2]), name + " does not lead to its checkpoint");
        checkSignature(name, checkpoint.substring(0, signed + 1), checkpoint.substring(signed + 2), key);
    }

    /** RFC 9162, section 2.1.3.2: the path is used up exactly when the root is reached. */
    private static byte[] root(String name, byte[] leaf, long index, long size, String[] lines) throws Exception {
        require(index < size, name + " names a place outside of its log");
        var hash = leaf;
        var at = index;
        var last = size - 1;
        for (var i = 2; i < lines.length; i++) {
            require(last > 0, name + " is longer than its log is high");
            var other = Base64.getDecoder().decode(lines[i]);
            if (at % 2 == 1 || at == last) {
                hash = node(other, hash);
                while (at % 2 == 0 && at > 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, other);
            }
            at >>= 1;
            last >>= 1;
        }
        require(last == 0, name + " ends before its root");
        return hash;
    }

    private static void checkSignature(String name, String text, String signatures, String key) throws Exception {
        var plus = key.indexOf('+');
        var raw = Base64.getDecoder().decode(key.substring(plus + 10));
        var x509 = HexFormat.of().parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(raw, 1, raw.length));
        var ed25519 = Signature.getInstance("Ed25519");
        var own = "\u2014 " + key.substring(0, plus) + " ";
        for (var line : signatures.split("\n")) {
            if (line.startsWith(own)) {
                var bytes = Base64.getDecoder().decode(line.substring(own.length()));
                ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
                ed25519.update(utf8(text));
                if (ed25519.verify(bytes, 4, bytes.length - 4)) {
                    return;
                }
            }
        }
        throw new Refused(name + " has a checkpoint that the log's key did not sign");
    }

    private static byte[] node(byte[] left, byte[] right) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    private static byte[] leaf(String entry) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update((byte) 0);
        return digest.digest(utf8(entry));
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
        require(
                HexFormat.of().formatHex(leaf(entry)).equals(lines[1]),
                ENTRY + " was changed: its leaf hash is another one");
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
