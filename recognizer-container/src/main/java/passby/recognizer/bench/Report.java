package passby.recognizer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One page without scripts that shows how reads went: numbers, reliability, accuracy by width and state, misreads as pictures. */
final class Report {
    private static final int SIDE = 320;

    private final Map<String, List<Looked>> looked;
    private final Map<String, Map<String, Double>> numbers;
    private final StringBuilder page = new StringBuilder();

    Report(Map<String, List<Looked>> looked, Map<String, Map<String, Double>> numbers) {
        this.looked = looked;
        this.numbers = numbers;
    }

    void write(Path folder) throws IOException {
        page.append("""
                <!doctype html><html lang="en"><meta charset="utf-8"><title>How plates were read</title>
                <style>body{font:16px sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}td,th{padding:.2rem .7rem;text-align:right}
                figure{display:inline-block;margin:.5rem;vertical-align:top}img{height:6rem}figcaption{font:14px monospace}</style>
                <h1>How plates were read</h1>
                """);
        numbers.forEach(this::numbers);
        var all = looked.values().stream().flatMap(List::stream).toList();
        page.append("<h2>Reliability: of reads with this confidence, how many are right</h2>");
        reliability(all);
        shares(
                "By width of the plate, pixels",
                all,
                l -> width(l.sample().plate().w()));
        shares("By state", all, l -> l.sample().state());
        page.append("<h2>Misread</h2>");
        all.stream().filter(l -> !l.isFolded()).forEach(this::misread);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("index.html"), page.append("</html>\n"));
    }

    private void numbers(String set, Map<String, Double> of) {
        page.append("<h2>").append(text(set)).append("</h2><table><tr>");
        of.keySet().forEach(name -> page.append("<th>").append(text(name)));
        page.append("<tr>");
        of.values().forEach(value -> page.append("<td>").append(value));
        page.append("</table>");
    }

    private void reliability(List<Looked> all) {
        page.append(
                "<svg width=\"%d\" height=\"%d\" viewBox=\"-30 -10 %d %d\" font-size=\"11\"><path d=\"M0 0V%d H%d M0 %d L%d 0\" stroke=\"#999\" fill=\"none\"/>"
                        .formatted(SIDE + 60, SIDE + 40, SIDE + 60, SIDE + 40, SIDE, SIDE, SIDE, SIDE));
        Reliability.of(all).forEach(bin -> {
            var x = bin.confidence() * SIDE;
            var y = (1 - (double) bin.right() / bin.reads()) * SIDE;
            page.append("<circle cx=\"%.0f\" cy=\"%.0f\" r=\"4\"/><text x=\"%.0f\" y=\"%.0f\">%d</text>"
                    .formatted(x, y, x + 6, y + 14, bin.reads()));
        });
        page.append(
                "<text x=\"0\" y=\"%d\">confidence 0 to 1; the numbers are reads</text></svg>".formatted(SIDE + 20));
    }

    private static String width(double pixels) {
        return List.of(60, 80, 100, 140, 200).stream()
                .filter(limit -> pixels < limit)
                .findFirst()
                .map("under %d"::formatted)
                .orElse("wider");
    }

    private void shares(String title, List<Looked> all, Function<Looked, String> by) {
        page.append("<h2>").append(text(title)).append("</h2><table><tr><th><th>n<th>exact %<th>folded %");
        var groups = new TreeMap<>(all.stream().collect(Collectors.groupingBy(by)));
        groups.remove("");
        groups.forEach((name, of) -> page.append("<tr><td>%s<td>%d<td>%.1f<td>%.1f"
                .formatted(
                        text(name), of.size(), Score.share(of, Looked::isExact), Score.share(of, Looked::isFolded))));
        page.append("</table>");
    }

    private void misread(Looked read) {
        page.append("<figure><img alt=\"\" src=\"data:image/jpeg;base64,")
                .append(Base64.getEncoder().encodeToString(read.sample().plateJpeg()))
                .append("\"><figcaption>%s<br>is %s<br>read %s %.2f</figcaption></figure>"
                        .formatted(
                                text(read.sample().file()),
                                text(read.sample().text()),
                                text(read.best()),
                                read.confidence()));
    }

    private static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
