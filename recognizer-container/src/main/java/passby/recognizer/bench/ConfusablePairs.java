package passby.recognizer.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import passby.core.recognition.PlateReading;
import passby.recognizer.net.Natives;

/**
 * Characters that are mistaken for each other, on drawn plates of four faces and five widths: how often the right one is read, how
 * often the wrong one with confidence, and whether the right one is then a candidate at least.
 */
final class ConfusablePairs {
    private static final List<String> PAIRS = List.of("TI", "A4", "D0", "B8", "86", "VU", "WM", "2Z");
    private static final int[] WIDTHS = {40, 50, 65, 85, 120};
    /** Of each pair and width, with either character in every face. */
    private static final int TIMES = 3;

    private static final String OTHERS = "CEFHJKLNPRXY3579";
    private static final int LENGTH = 6;

    /** @param candidates the likeliest first; none where nothing was read */
    private record Drawn(String serial, int place, List<String> candidates, double confidence) {
        boolean isRead() {
            return !candidates.isEmpty() && candidates.getFirst().length() == serial.length();
        }

        boolean isRight() {
            return isRead() && isRightIn(candidates.getFirst());
        }

        boolean isConfidentlyWrong() {
            return isRead() && !isRight() && confidence >= Looked.CONFIDENT;
        }

        boolean isCandidate() {
            return candidates.stream().anyMatch(text -> text.length() == serial.length() && isRightIn(text));
        }

        private boolean isRightIn(String text) {
            return Sample.folded(text).charAt(place) == Sample.folded(serial).charAt(place);
        }
    }

    private final Function<byte[], List<PlateReading>> recognizer;
    private final long seed;

    ConfusablePairs(Function<byte[], List<PlateReading>> recognizer, long seed) {
        this.recognizer = recognizer;
        this.seed = seed;
    }

    /** One line for each pair; in each cell: right of drawn, confident and wrong, wrong where the right one is no candidate. */
    void print(PrintStream out) {
        Natives.load(1);
        out.println("Right of drawn; confident and wrong; right one no candidate. Seed " + seed
                + ", width of the plate in pixels.");
        out.println("| pair | 40 | 50 | 65 | 85 | 120 |\n|---|---|---|---|---|---|");
        for (var pair : PAIRS) {
            var line = new StringBuilder("| ")
                    .append(pair.charAt(0))
                    .append(", ")
                    .append(pair.charAt(1))
                    .append(" |");
            for (var width : WIDTHS) {
                line.append(' ').append(cell(drawn(pair, width))).append(" |");
            }
            out.println(line);
        }
    }

    private static String cell(List<Drawn> drawn) {
        return "%d of %d; %d; %d"
                .formatted(
                        drawn.stream().filter(Drawn::isRight).count(),
                        drawn.size(),
                        drawn.stream().filter(Drawn::isConfidentlyWrong).count(),
                        drawn.stream()
                                .filter(d -> d.isRead() && !d.isCandidate())
                                .count());
    }

    private List<Drawn> drawn(String pair, int width) {
        var all = new ArrayList<Drawn>();
        for (var face = 0; face < DrawnPlate.FACES; face++) {
            for (var time = 0; time < 2 * TIMES; time++) {
                // Of its own for each picture, so that no table depends on what was drawn before.
                var random = new Random(seed + 31L * pair.hashCode() + 1009L * width + 7L * face + time);
                all.add(drawn(pair.charAt(time % 2), width, face, random));
            }
        }
        return all;
    }

    private Drawn drawn(char character, int width, int face, Random random) {
        var place = random.nextInt(LENGTH);
        var serial = new StringBuilder();
        IntStream.range(0, LENGTH)
                .forEach(i -> serial.append(i == place ? character : OTHERS.charAt(random.nextInt(OTHERS.length()))));
        var plates = recognizer.apply(DrawnPlate.jpeg(serial.toString(), width, face, random));
        if (plates.isEmpty()) {
            return new Drawn(serial.toString(), place, List.of(), 0);
        }
        var plate = plates.getFirst();
        var texts = plate.candidates().stream()
                .map(candidate -> candidate.plate().raw())
                .toList();
        return new Drawn(
                serial.toString(), place, texts, plate.best().confidence().value());
    }
}
