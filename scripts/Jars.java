import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Packs what is deployed, the same bytes each time: entries in one order, with one time. Run by the scripts with
 * {@code java scripts/Jars.java}.
 *
 * <pre>
 * only JAR|FOLDER PATTERN...   rewrites each jar uncompressed, without its manifest and without the native code whose
 *                              paths match none of the patterns (regular expressions)
 * zip ZIP FOLDER               packs a folder, compressed
 * </pre>
 */
public final class Jars {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 23, 0, 0);
    private static final Pattern HEAVY = Pattern.compile(".*\\.(so|dll|dylib)|.*\\.dSYM/.*");

    private Jars() {}

    public static void main(String[] arguments) throws IOException {
        var rest = List.of(arguments).subList(2, arguments.length);
        var path = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "only" -> {
                for (var jar : Files.isDirectory(path) ? jars(path) : List.of(path)) {
                    rewrite(jar, rest.stream().map(Pattern::compile).toList());
                }
            }
            case "zip" -> zip(path, Path.of(rest.getFirst()));
            default -> throw new IllegalArgumentException("only or zip");
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static void rewrite(Path jar, List<Pattern> wanted) throws IOException {
        var contents = new TreeMap<String, byte[]>();
        try (var source = new ZipFile(jar.toFile())) {
            for (var entry : source.stream().filter(entry -> !entry.isDirectory()).toList()) {
                var name = entry.getName();
                var heavy = HEAVY.matcher(name).matches();
                if (!name.equals("META-INF/MANIFEST.MF")
                        && (!heavy || wanted.stream().anyMatch(one -> one.matcher(name).find()))) {
                    contents.put(name, source.getInputStream(entry).readAllBytes());
                }
            }
        }
        var rewritten = jar.resolveSibling(jar.getFileName() + ".new");
        try (var packed = packed(rewritten)) {
            for (var content : contents.entrySet()) {
                store(packed, content.getKey(), content.getValue());
            }
        }
        Files.move(rewritten, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void zip(Path zip, Path folder) throws IOException {
        try (var files = Files.walk(folder);
                var packed = packed(zip)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                packed.putNextEntry(entry(folder.relativize(file).toString()));
                Files.copy(file, packed);
                packed.closeEntry();
            }
        }
    }

    private static ZipOutputStream packed(Path file) throws IOException {
        OutputStream bytes = Files.newOutputStream(file);
        return new ZipOutputStream(new BufferedOutputStream(bytes, 1 << 16));
    }

    private static void store(ZipOutputStream packed, String name, byte[] content) throws IOException {
        var crc = new CRC32();
        crc.update(content);
        var entry = entry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        packed.putNextEntry(entry);
        packed.write(content);
        packed.closeEntry();
    }

    /** Its time in the zone-free form alone, so that a machine's zone changes nothing. */
    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        return entry;
    }
}
