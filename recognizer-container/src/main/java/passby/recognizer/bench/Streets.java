package passby.recognizer.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passby.core.recognition.PlateReading;
import passby.core.recognition.Recognition;
import passby.core.recognition.UnreadPlate;

/**
 * Pictures of several plates each: whether every plate is found, whether its first candidate is right, and what is read where no plate
 * is. They are drawn here ({@link DrawnStreet}) or by {@code training/platedet/street.py}.
 */
final class Streets {
    /** What a read that lies on no plate is held against: no plate has such a text. */
    private static final Sample NOWHERE =
            new Sample("", Path.of(""), "-", "", new Sample.Area(0, 0, 0, 0), Shown.AS_IT_IS);

    /**
     * @param asked one for each plate that must be read
     * @param elsewhere one for each read that lies on no plate
     * @param reasons of plates that must be read and were found only
     */
    private record Seen(List<Looked> asked, List<Looked> elsewhere, List<UnreadPlate.Reason> reasons) {
        /** Whether the read that the picture would be known by is right. */
        boolean isSurestRight() {
            return Stream.concat(asked.stream(), elsewhere.stream())
                    .max(Comparator.comparingDouble(Looked::confidence))
                    .filter(Looked::isFolded)
                    .isPresent();
        }
    }

    private final Function<byte[], Recognition> recognizer;
    private final long seed;

    Streets(Function<byte[], Recognition> recognizer, long seed) {
        this.recognizer = recognizer;
        this.seed = seed;
    }

    /** @param streets looked at one after the other, so that they may be drawn while they are */
    void print(Stream<Street> streets, PrintStream out) {
        var seen = streets.map(this::seen).toList();
        var asked = seen.stream().flatMap(picture -> picture.asked().stream()).toList();
        var elsewhere =
                seen.stream().flatMap(picture -> picture.elsewhere().stream()).toList();
        out.printf(
                "%d pictures, %d plates, %d found, %d read right; %d reads of what is no plate, %d of them confident%n",
                seen.size(),
                asked.size(),
                count(asked, Looked::found),
                count(asked, Looked::isFolded),
                elsewhere.size(),
                count(elsewhere, Looked::isConfident));
        var choosing =
                seen.stream().filter(picture -> !picture.asked().isEmpty()).toList();
        out.println("surest read of a picture right: " + share(count(choosing, Seen::isSurestRight), choosing.size())
                + " of " + choosing.size());
        out.println("found and not read: "
                + seen.stream()
                        .flatMap(picture -> picture.reasons().stream())
                        .collect(Collectors.groupingBy(UnreadPlate.Reason::code, TreeMap::new, Collectors.counting())));
        out.println("Of plates, in brackets Wilson's interval in percent; wrong of the confident ones.");
        out.println("| plates | in all | found | first right | among candidates | confident | confident and wrong |");
        out.println("|---|---|---|---|---|---|---|");
        out.println(line("all", asked));
        groups(asked, looked -> looked.sample().set()).forEach((name, of) -> out.println(line(name, of)));
        groups(asked, Streets::width).forEach((name, of) -> out.println(line(name, of)));
        Reliability.lines(Stream.concat(asked.stream(), elsewhere.stream()).toList(), seed)
                .forEach(out::println);
    }

    private static Map<String, List<Looked>> groups(List<Looked> all, Function<Looked, String> by) {
        return all.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
    }

    private static String width(Looked looked) {
        var pixels = looked.sample().plate().w();
        if (pixels < 40) {
            return "20 to 40 pixels wide";
        }
        if (pixels < 60) {
            return "40 to 60 pixels wide";
        }
        return pixels < 90 ? "60 to 90 pixels wide" : "90 pixels wide and more";
    }

    private static String line(String name, List<Looked> plates) {
        var found = count(plates, Looked::found);
        var confident = plates.stream().filter(Looked::isConfident).toList();
        return "| %s | %d | %s | %s | %s | %s | %s |"
                .formatted(
                        name,
                        plates.size(),
                        share(found, plates.size()),
                        share(count(plates, Looked::isFolded), plates.size()),
                        share(count(plates, Looked::isCandidate), plates.size()),
                        share(confident.size(), plates.size()),
                        share(count(confident, looked -> !looked.isFolded()), confident.size()));
    }

    private static <T> int count(List<T> all, Predicate<T> which) {
        return (int) all.stream().filter(which).count();
    }

    private static String share(int these, int all) {
        return "%d (%s)".formatted(these, Interval.wilson(these, all).text());
    }

    private Seen seen(Street street) {
        var answer = recognizer.apply(street.picture().bytes());
        var read = answer instanceof Recognition.Plates(var _, var plates, var _) ? plates : List.<PlateReading>of();
        var unread = unread(answer);
        var asked = new ArrayList<Looked>();
        var reasons = new ArrayList<UnreadPlate.Reason>();
        for (var plate : street.asked()) {
            var here =
                    read.stream().filter(each -> street.isAt(plate, each.box())).toList();
            var named = unread.stream()
                    .filter(each -> here.isEmpty() && street.isAt(plate, each.box()))
                    .findFirst();
            named.map(UnreadPlate::reason).ifPresent(reasons::add);
            var looked = Looked.of(plate, here, street.size(), 0, 0);
            asked.add(named.isPresent() ? looked.foundOnly() : looked);
        }
        var elsewhere = read.stream()
                .filter(each -> street.plates().stream().noneMatch(plate -> street.isAt(plate, each.box())))
                .map(each -> Looked.of(NOWHERE, List.of(each), street.size(), 0, 0))
                .toList();
        return new Seen(asked, elsewhere, reasons);
    }

    private static List<UnreadPlate> unread(Recognition answer) {
        return switch (answer) {
            case Recognition.Plates plates -> plates.unread();
            case Recognition.NoPlate none -> none.unread();
            case Recognition.Gone _, Recognition.Rejected _, Recognition.Unavailable _ -> List.of();
        };
    }
}
