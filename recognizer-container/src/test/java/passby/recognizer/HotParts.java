package passby.recognizer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import passby.core.picture.Box;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.recognition.ChosenPlate;
import passby.core.recognition.PlateChooser;
import passby.core.recognition.PlateLine;
import passby.core.recognition.PlateSyntax;
import passby.core.recognition.SeenText;

/** What one picture costs outside its nets, part by part: {@code scripts/bench hot}. Drawn and random input, the same each time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HotParts {
    private static final double ASPECT = 16.0 / 9;
    private static final String SYMBOLS = "0123456789ABCDEFGHIJKLMNPQRSTUVWXYZ";
    private static final List<String> SERIALS =
            List.of("KLM4827", "KLM48Z7", "XLM4827", "KLM482", "KLN4827", "1KLM4827", "KLM4B27", "KLM4821");

    private final PlateSyntax syntax = PlateSyntax.unitedStates();
    private final PlateChooser chooser = new PlateChooser(syntax);
    private final BeamSearch beam = new BeamSearch(10);
    private final Lattice lattice = lattice(new Random(1));
    private final List<PlateLine> lines = lines();
    private final List<SeenText> words = lines.stream().map(PlateLine::seen).toList();
    private final TextBox box = new TextBox(640, 400, 130, 38, 0.05, 1);
    private final Mat picture = Drawings.road(1280, 720);
    private final SharedPicture small = SharedPicture.colours(320, 576);

    @Setup
    public void draw() {
        Core.randu(picture, 0, 255);
    }

    /** Seven clear characters of forty steps, each with some doubt. */
    private static Lattice lattice(Random random) {
        var symbols = new ArrayList<String>(List.of(""));
        SYMBOLS.chars().forEach(c -> symbols.add(Character.toString(c)));
        var steps = new ArrayList<float[]>();
        for (var t = 0; t < 40; t++) {
            var step = new float[symbols.size()];
            for (var c = 0; c < step.length; c++) {
                step[c] = 0.002f * random.nextFloat();
            }
            step[t % 6 == 3 ? 1 + random.nextInt(SYMBOLS.length()) : 0] += 0.9f;
            steps.add(step);
        }
        return new Lattice(symbols, steps);
    }

    /** Twenty lines over the frame, each read in eight ways. */
    private static List<PlateLine> lines() {
        var lines = new ArrayList<PlateLine>();
        for (var i = 0; i < 20; i++) {
            var place = new Box(0.04 * i, 0.2 + 0.03 * i, 0.08, 0.03);
            var readings = new ArrayList<Candidate>();
            for (var serial : SERIALS) {
                var sure = new Confidence(0.5 / (1 + readings.size()));
                readings.add(new Candidate(new Plate(serial), sure, Collections.nCopies(serial.length(), sure)));
            }
            lines.add(new PlateLine(new SeenText(SERIALS.get(i % 8), place, new Confidence(0.9), List.of()), readings));
        }
        return lines;
    }

    @Benchmark
    public Map<String, Double> beamSearchOfOneView() {
        return beam.search(lattice);
    }

    @Benchmark
    public List<Candidate> votesOfFourViews() {
        var votes = new Votes();
        for (var view = 0; view < 4; view++) {
            votes.add(lattice);
        }
        return votes.readings();
    }

    @Benchmark
    public List<ChosenPlate> chooseAmongTwentyLines() {
        return chooser.choose(lines, words, ASPECT);
    }

    @Benchmark
    public double syntaxOfEightReadings() {
        return SERIALS.stream()
                .mapToDouble(serial -> syntax.logRatio(new Plate(serial), IssuingState.UNKNOWN))
                .sum();
    }

    @Benchmark
    public int cutOneLine() {
        var cut = box.padded(0.15, 0.15).cut(picture);
        cut.release();
        return cut.cols();
    }

    @Benchmark
    public int scaleForTheCoarseLook() {
        Scaling.into(picture, small.mat());
        return small.mat().cols();
    }
}
