package passby.operator.sbom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * For scripts/sbom: writes the table of docs/licences.md anew from the bills of materials, and compares these with the jars
 * that are really shipped.
 */
public final class Licences {
    static final Path DOCUMENT = Path.of("docs", "licences.md");

    private static final String BEGIN = "<!-- written by scripts/sbom -->\n";
    private static final String END = "<!-- end -->\n";

    private Licences() {}

    public static void main(String[] arguments) throws IOException {
        var root = Path.of("").toAbsolutePath();
        var list = shipped(root);
        var problems = new ArrayList<>(list.problems());
        problems.addAll(strangers(list.functions(), root.resolve("functions/aws/target/functions/lib")));
        problems.addAll(strangers(list.recognizer(), root.resolve("recognizer-container/target/image/lib")));
        var document = root.resolve(DOCUMENT);
        Files.writeString(document, withTable(Files.readString(document), list.markdown()));
        problems.forEach(System.err::println);
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    static LicenceList shipped(Path root) throws IOException {
        return new LicenceList(
                Sbom.read(root.resolve("functions/aws/target/sbom.json")),
                Sbom.read(root.resolve("recognizer-container/target/sbom.json")));
    }

    /** The document with this table between its marks. */
    static String withTable(String document, String table) {
        var begin = document.indexOf(BEGIN);
        var end = document.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the marks of the table are missing");
        }
        return document.substring(0, begin + BEGIN.length()) + table + document.substring(end);
    }

    /** What differs between a bill and the folder of jars that is shipped; nothing if that was not built yet. */
    static List<String> strangers(Sbom sbom, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var billed = sbom.components().stream().map(Component::file).collect(Collectors.toCollection(TreeSet::new));
        var problems = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            for (var file :
                    files.map(path -> path.getFileName().toString()).sorted().toList()) {
                var name = file.replaceFirst("(-uber)?\\.jar$", "");
                if (!billed.remove(name) && !name.startsWith("passby-")) {
                    problems.add(file + " is shipped, but in no bill of materials.");
                }
            }
        }
        billed.removeIf(name -> name.startsWith("passby-"));
        billed.forEach(name -> problems.add(name + " is in the bill of materials, but not shipped."));
        return problems;
    }
}
