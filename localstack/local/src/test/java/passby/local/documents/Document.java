package passby.local.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A Markdown file of the repository.
 *
 * @param root of the repository
 * @param path of the file, absolute
 * @param text without its fenced blocks of code
 */
record Document(Path root, Path path, String text) {
    private static final Pattern FENCE = Pattern.compile("^ *```.*?^ *```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} (.+)$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("[A-Z]\\w*(?:Test|IT|Contract|Properties)(?:\\.[a-z]\\w*)?");
    /** In the rules of how tests are named: no class has this name. */
    private static final Pattern NO_TEST = Pattern.compile(".*X(?:Fuzz|Journey)?(?:Test|IT|Contract|Properties)");
    /** Between a table's head and its rows. */
    private static final Pattern RULE = Pattern.compile("[|-]+");
    /** Folders of the root that a file path may begin with. Whatever a build makes is not in the repository. */
    private static final Pattern FILE = Pattern.compile(
            "(?:docs|events|functions|infra|localstack|recognizer-container|scripts|\\.ci|\\.github)/[\\w./-]+");

    private static final Pattern BUILT = Pattern.compile("(?:^|/)(?:target|node_modules|cdk\\.out)(?:/|$)");
    /** The part of a path that a reader replaces. */
    private static final Pattern PLACEHOLDER = Pattern.compile("[A-Z]{2,}|NNNN|-N\\.");

    static Document read(Path root, Path path) {
        try {
            return new Document(
                    root, path, FENCE.matcher(Files.readString(path)).replaceAll(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return root.relativize(path).toString();
    }

    /** Targets of links within the repository, with their anchors. */
    List<String> links() {
        return group(LINK).filter(link -> !link.matches("[a-z]+:.*")).toList();
    }

    /** Whether a link of this document leads to a file of the repository, and its anchor to a heading. */
    boolean leadsSomewhere(String link) {
        var parts = link.split("#", 2);
        var target = parts[0].isEmpty() ? path : path.resolveSibling(parts[0]).normalize();
        if (!target.startsWith(root) || !Files.exists(target)) {
            return false;
        }
        return parts.length == 1 || read(root, target).anchors().contains(parts[1]);
    }

    /** Files that the document names in `code`, from the root or from its own folder. */
    List<String> files() {
        return group(CODE)
                .map(code -> code.split(" ", 2)[0])
                .filter(word -> FILE.matcher(word).matches())
                .filter(word -> !BUILT.matcher(word).find()
                        && !PLACEHOLDER.matcher(word).find())
                .toList();
    }

    /** Tests that the document names in `code`: a class, or a class and one of its tests. */
    List<String> tests() {
        return group(CODE)
                .filter(code ->
                        TEST.matcher(code).matches() && !NO_TEST.matcher(code).matches())
                .distinct()
                .toList();
    }

    /** The rows of its tables, without their heads. */
    List<String> rows() {
        var lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(at -> lines.get(at).startsWith("|"))
                .filter(at -> !isRule(lines, at) && !isRule(lines, at + 1))
                .mapToObj(lines::get)
                .toList();
    }

    private static boolean isRule(List<String> lines, int at) {
        return at < lines.size() && RULE.matcher(lines.get(at)).matches();
    }

    boolean namesAFile(String file) {
        return Files.exists(root.resolve(file)) || Files.exists(path.resolveSibling(file));
    }

    /** Ids of headings as GitHub makes them: the second of two equal ones gets a number. */
    Set<String> anchors() {
        var seen = new HashMap<String, Integer>();
        var anchors = new HashSet<String>();
        group(HEADING).forEach(heading -> {
            var id = heading.toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            var times = seen.merge(id, 1, Integer::sum);
            anchors.add(times == 1 ? id : id + "-" + (times - 1));
        });
        return anchors;
    }

    private Stream<String> group(Pattern pattern) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }
}
