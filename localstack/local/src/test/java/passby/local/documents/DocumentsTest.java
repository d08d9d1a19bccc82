package passby.local.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DocumentsTest {
    /** Surefire runs in the module's folder. */
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", "cdk.out", ".git", ".venv", "shared");
    /** These tell what was, so a file that they name may be gone. */
    private static final Pattern HISTORY = Pattern.compile("docs/(decisions|experiments)/\\d.*|CHANGELOG\\.md");

    private static final int README_LINES = 120;

    private static List<Document> documents() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> Stream.iterate(file, Path::getParent)
                            .takeWhile(folder -> !folder.equals(ROOT))
                            .noneMatch(folder ->
                                    NOT_OURS.contains(folder.getFileName().toString())))
                    .sorted()
                    .map(file -> Document.read(ROOT, file))
                    .toList();
        }
    }

    @Test
    void everyLinkLeadsToAFileAndEveryAnchorToAHeading() throws IOException {
        var documents = documents();

        var broken = documents.stream()
                .flatMap(document -> document.links().stream()
                        .filter(link -> !document.leadsSomewhere(link))
                        .map(link -> document.name() + ": " + link))
                .toList();

        assertThat(documents).hasSizeGreaterThan(20);
        assertThat(broken).isEmpty();
    }

    @Test
    void everyFileThatADocumentNamesExists() throws IOException {
        var missing = documents().stream()
                .filter(document -> !HISTORY.matcher(document.name()).matches())
                .flatMap(document -> document.files().stream()
                        .filter(file -> !document.namesAFile(file))
                        .map(file -> document.name() + ": " + file))
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void everyTestThatADocumentNamesIsThere() throws IOException {
        var tests = testClasses();

        var missing = documents().stream()
                .filter(document -> !HISTORY.matcher(document.name()).matches())
                .flatMap(document -> document.tests().stream()
                        .filter(test -> !isThere(test, tests))
                        .map(test -> document.name() + ": " + test))
                .toList();

        assertThat(tests).hasSizeGreaterThan(300);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyThreatHasItsTests() throws IOException {
        var threats = Document.read(ROOT, ROOT.resolve("docs/threats.md"));

        assertThat(threats.rows())
                .hasSizeGreaterThan(18)
                .allSatisfy(row -> assertThat(new Document(threats.root(), threats.path(), row).tests())
                        .as(row)
                        .isNotEmpty());
    }

    private static Map<String, String> testClasses() throws IOException {
        var classes = new HashMap<String, String>();
        try (var files = Files.walk(ROOT)) {
            for (var file : files.filter(file -> file.toString().contains("/src/test/java/")
                            && file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList()) {
                classes.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return classes;
    }

    private static boolean isThere(String named, Map<String, String> classes) {
        var parts = named.split("\\.", -1);
        var text = classes.get(parts[0]);
        return text != null && (parts.length == 1 || text.contains("void " + parts[1] + "("));
    }

    @Test
    void everyDocumentIsLinkedFromAnother() throws IOException {
        var documents = documents();

        var linked = documents.stream()
                .flatMap(document -> document.links().stream()
                        .map(link -> document.path()
                                .resolveSibling(link.split("#", 2)[0])
                                .normalize())
                        .filter(target -> !target.equals(document.path())))
                .toList();

        assertThat(documents.stream()
                        .filter(document -> !document.path().equals(ROOT.resolve("README.md")))
                        .filter(document -> !linked.contains(document.path()))
                        .map(Document::name))
                .isEmpty();
    }

    @Test
    void theIndexListsEachDecisionOnceNewestFirst() throws IOException {
        var index = Document.read(ROOT, ROOT.resolve("docs/decisions/README.md"));
        try (var files = Files.list(ROOT.resolve("docs/decisions"))) {
            var decisions = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{4}-[a-z0-9-]+\\.md"))
                    .sorted(Comparator.reverseOrder())
                    .toList();

            assertThat(index.links().stream().filter(link -> link.matches("\\d{4}-.*")))
                    .containsExactlyElementsOf(decisions);
            assertThat(decisions.stream().map(name -> name.substring(0, 4))).doesNotHaveDuplicates();
        }
    }

    @Test
    void theReadmeStaysShort() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(README_LINES);
    }

    @Test
    void everyModuleHasAReadme() throws IOException {
        var modules = Pattern.compile("<module>([^<]+)</module>")
                .matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(match -> Path.of(match.group(1)))
                .toList();

        assertThat(modules).isNotEmpty();
        // localstack/local is told of one floor above, beside the scripts that start it.
        assertThat(modules)
                .allSatisfy(module -> assertThat(Stream.of(module, module.getParent())
                                .filter(folder -> folder != null)
                                .map(folder -> ROOT.resolve(folder).resolve("README.md")))
                        .as(module.toString())
                        .anyMatch(Files::exists));
    }

    @Test
    void aBrokenLinkABrokenAnchorAndAMissingFileAreFound(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("other.md"), "# One\n\n## It's two: a `b`\n\n## One\n");
        Files.writeString(root.resolve("page.md"), """
                [good](other.md) [good](other.md#its-two-a-b) [second](other.md#one-1) [outside](https://example.org/x)
                [gone](gone.md) [no heading](other.md#three) [out](../outside.md)
                `docs/gone.md` `docs/NNNN-title.md` `localstack/target/city.env` `./other.md`
                ```
                [in a block](nowhere.md) `scripts/nowhere`
                ```
                """);

        var page = Document.read(root, root.resolve("page.md"));

        assertThat(page.links().stream().filter(link -> !page.leadsSomewhere(link)))
                .containsExactly("gone.md", "other.md#three", "../outside.md");
        assertThat(page.files()).containsExactly("docs/gone.md");
        assertThat(page.namesAFile("docs/gone.md")).isFalse();
    }
}
