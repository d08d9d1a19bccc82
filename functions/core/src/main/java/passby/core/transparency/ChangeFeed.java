package passby.core.transparency;

import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code changes.atom} (RFC 4287): the newest changes for whoever subscribes, the newest first. An entry's id is a tag URI (RFC 4151) of the
 * log and of its place in it, so that it stays the same however often the feed is written.
 */
final class ChangeFeed {
    static final String FILE = "changes.atom";

    /** About 100 kB, so that a reader that asks once an hour misses nothing; all others are in {@link ChangeRows#FILE}. */
    static final int NEWEST = 200;

    private ChangeFeed() {}

    /**
     * @param origin of the log
     * @param rows of {@code changes.csv} without their header, the oldest first
     * @param asOf hour of the newest entry of the log
     */
    static String text(String origin, List<String> rows, String asOf) {
        var shown = rows.stream()
                .map(Csv::cells)
                .filter(cells -> Change.parse(cells.get(2)).of() != Change.Of.IMPORTS)
                .toList();
        var newest =
                shown.subList(Math.max(0, shown.size() - NEWEST), shown.size()).reversed();
        var updated = time(newest.isEmpty() ? asOf : newest.getFirst().get(1));
        return head(tag(origin, ""), updated, escaped(origin))
                + newest.stream().map(cells -> entry(origin, cells)).collect(Collectors.joining())
                + "</feed>\n";
    }

    private static String head(String id, String updated, String author) {
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
            <title>Changes of this city's license plate readers</title>
            <subtitle>Settings, lists, cameras, sharing, access and software, made from the public ledger. Every change is in changes.csv.</subtitle>
            <id>%s</id>
            <updated>%s</updated>
            <author><name>%s</name></author>
            <rights>CC0 1.0</rights>
            <link rel="self" type="application/atom+xml" href="changes.atom"/>
            <link rel="alternate" type="text/html" href="../"/>
            """.formatted(id, updated, author);
    }

    private static String entry(String origin, List<String> cells) {
        var change = Change.parse(cells.get(2));
        var what = cells.get(3);
        return """
            <entry>
            <id>%s</id>
            <updated>%s</updated>
            <title>%s</title>
            <category term="%s"/>
            <link rel="alternate" type="text/html" href="../"/>
            <summary>%s</summary>
            </entry>
            """.formatted(
                tag(origin, "/" + cells.getFirst() + (change == Change.ACCESS_POLICIES ? "/access-policies" : "")),
                time(cells.get(1)),
                escaped(change.words()),
                change.of().code(),
                escaped(what.isEmpty() ? change.words() : change.words() + ": " + what));
    }

    /** The authority is the log's host; 2026 is when this form of id was fixed, and stays. */
    private static String tag(String origin, String rest) {
        return "tag:" + escaped(origin.split("/", 2)[0]) + ",2026:" + escaped(origin + rest);
    }

    /** RFC 3339, of an entry's hour. */
    private static String time(String hour) {
        return hour.replace("Z", ":00:00Z");
    }

    /** XML 1.0 has no way to write most control characters. */
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}\uFFFE\uFFFF]", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
