package passby.recognizer.bench;

import java.awt.Dimension;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import passby.core.recognition.PlateReading;

/**
 * Pictures of several plates each, drawn by {@code training/platedet/street.py}: whether every plate is found, and what is read where none
 * is. A plate whose text the truth leaves out may be read and need not be.
 */
final class Streets {
    private static final String NO_PLATE = "-";

    private final Function<byte[], List<PlateReading>> recognizer;
    private final long seed;

    Streets(Function<byte[], List<PlateReading>> recognizer, long seed) {
        this.recognizer = recognizer;
        this.seed = seed;
    }

    void print(List<Sample> plates, PrintStream out) {
        var pictures =
                plates.stream().collect(Collectors.groupingBy(Sample::path, LinkedHashMap::new, Collectors.toList()));
        var looked = pictures.values().stream()
                .flatMap(picture -> looked(picture).stream())
                .toList();
        var asked = looked.stream().filter(Streets::isPlate).toList();
        var elsewhere = looked.stream().filter(read -> !isPlate(read)).toList();
        out.printf(
                "%d pictures, %d plates, %d found, %d read right; %d reads of what is no plate, %d of them confident%n",
                pictures.size(),
                asked.size(),
                asked.stream().filter(Looked::found).count(),
                asked.stream().filter(Looked::isFolded).count(),
                elsewhere.size(),
                elsewhere.stream().filter(Looked::isConfident).count());
        Reliability.lines(looked, seed).forEach(out::println);
    }

    private static boolean isPlate(Looked looked) {
        return !looked.sample().text().equals(NO_PLATE);
    }

    /** One for each plate that is asked for, and one for each read that lies on no plate. */
    private List<Looked> looked(List<Sample> plates) {
        var size = plates.getFirst().size();
        var read = recognizer.apply(plates.getFirst().jpeg());
        var looked = new ArrayList<Looked>();
        plates.stream()
                .filter(plate -> !plate.text().isEmpty())
                .map(plate -> Looked.of(plate, at(plate, read, size), size, 0, 0))
                .forEach(looked::add);
        read.stream()
                .filter(each -> plates.stream().noneMatch(plate -> plate.isAt(each.box(), size)))
                .map(each -> Looked.of(elsewhere(plates.getFirst()), List.of(each), size, 0, 0))
                .forEach(looked::add);
        return looked;
    }

    private static List<PlateReading> at(Sample plate, List<PlateReading> read, Dimension size) {
        return read.stream().filter(each -> plate.isAt(each.box(), size)).toList();
    }

    private static Sample elsewhere(Sample any) {
        return new Sample(any.set(), any.path(), NO_PLATE, "", new Sample.Area(0, 0, 0, 0), any.shown());
    }
}
