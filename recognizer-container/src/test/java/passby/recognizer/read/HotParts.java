package passby.recognizer.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.opencv.core.Core;
import org.opencv.core.CvType;
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
import passby.core.plate.Candidate;
import passby.core.plate.IssuingState;
import passby.core.plate.VehicleColour;
import passby.core.recognition.PlateSyntax;
import passby.core.recognition.StateNames;
import passby.recognizer.detect.Quad;
import passby.recognizer.net.Natives;

/** What one plate costs outside its nets, part by part: {@code scripts/bench hot}. Random input, the same each time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HotParts {
    private static final String SYMBOLS = "0123456789ABCDEFGHIJKLMNPQRSTUVWXYZ";
    private static final String PRINT = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ ";
    private static final Quad PLATE = Quad.upright(600, 380, 730, 445);

    private final PlateSyntax syntax = PlateSyntax.unitedStates();
    private final Lattice serial = lattice(SYMBOLS, new Random(1));
    private final Lattice strip = lattice(PRINT, new Random(2));
    private final Map<String, Double> votes =
            Votes.of(List.of(serial, serial, serial)).shares();
    private Mat picture = new Mat();
    private Mat cut = new Mat();

    @Setup
    public void draw() {
        Natives.load(1);
        picture = new Mat(720, 1280, CvType.CV_8UC3);
        cut = new Mat(64, 160, CvType.CV_8UC3);
        Core.randu(picture, 0, 255);
    }

    /** Seven clear characters of forty steps, each with some doubt. */
    private static Lattice lattice(String symbols, Random random) {
        var steps = new ArrayList<float[]>();
        for (var t = 0; t < 40; t++) {
            var step = new float[1 + symbols.length()];
            for (var c = 0; c < step.length; c++) {
                step[c] = 0.002f * random.nextFloat();
            }
            step[t % 6 == 3 ? 1 + random.nextInt(symbols.length()) : 0] += 0.9f;
            steps.add(step);
        }
        return new Lattice(symbols, steps);
    }

    @Benchmark
    public Votes votesOfThreeViews() {
        return Votes.of(List.of(serial, serial, serial));
    }

    @Benchmark
    public List<Candidate> spellingsRankedBySyntax() {
        return syntax.rank(Spellings.of(votes), IssuingState.UNKNOWN);
    }

    @Benchmark
    public double allStatesAgainstOneStrip() {
        var line = new PrintedLine(strip);
        return StateNames.all().stream()
                .mapToDouble(name -> line.fit(name.text()))
                .max()
                .orElse(0);
    }

    @Benchmark
    public int straightenOneView() {
        Straightener.into(picture, PLATE, cut);
        return cut.cols();
    }

    @Benchmark
    public VehicleColour colourOfOneVehicle() {
        return ColourReader.read(picture, PLATE);
    }
}
