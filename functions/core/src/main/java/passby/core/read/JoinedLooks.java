package passby.core.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import passby.core.picture.FrameLimits;
import passby.core.plate.Confidence;
import passby.core.recognition.Engine;
import passby.core.recognition.PlateReading;
import passby.core.recognition.Recognition;
import passby.core.recognition.UnreadPlate;

/**
 * The plates that two engines saw in one frame. Where both saw the same plate, a confident reading of the first stands, else the
 * more confident of the two; what only one of them saw is there as well.
 */
final class JoinedLooks {
    private static final Comparator<PlateReading> BY_CONFIDENCE =
            Comparator.comparingDouble(reading -> reading.best().confidence().value());

    private JoinedLooks() {}

    static Recognition.Plates of(Recognition.Plates first, Recognition.Plates second, Confidence confident) {
        var joined = new ArrayList<PlateReading>();
        var others = new ArrayList<>(second.plates());
        for (var reading : first.plates()) {
            var same = others.stream().filter(other -> isSame(reading, other)).findFirst();
            same.ifPresent(others::remove);
            joined.add(same.filter(other -> !reading.best().confidence().atLeast(confident))
                    .filter(other -> BY_CONFIDENCE.compare(other, reading) >= 0)
                    .orElse(reading));
        }
        joined.addAll(others);
        var kept = leftToRight(joined);
        return new Recognition.Plates(engine(first, second, kept), kept, unread(first.unread(), second.unread(), kept));
    }

    /** What the one could not read and the other did is no longer unread. */
    static List<UnreadPlate> unread(List<UnreadPlate> first, List<UnreadPlate> second, List<PlateReading> kept) {
        var unread = new ArrayList<UnreadPlate>();
        for (var plate : Stream.concat(first.stream(), second.stream()).toList()) {
            var isKnown = Stream.concat(
                            kept.stream().map(PlateReading::box),
                            unread.stream().map(UnreadPlate::box))
                    .anyMatch(plate.box()::overlaps);
            if (!isKnown && unread.size() < UnreadPlate.MAX) {
                unread.add(plate);
            }
        }
        return unread;
    }

    /** The text decides first: two engines never draw their boxes alike. */
    private static boolean isSame(PlateReading one, PlateReading other) {
        return one.best().plate().fold().equals(other.best().plate().fold())
                || one.crops().plate().box().overlaps(other.crops().plate().box());
    }

    /** The one whose readings all of them are, or both by name. */
    private static Engine engine(Recognition.Plates first, Recognition.Plates second, List<PlateReading> joined) {
        if (first.plates().containsAll(joined)) {
            return first.engine();
        }
        return second.plates().containsAll(joined)
                ? second.engine()
                : new Engine(
                        first.engine().name() + "+" + second.engine().name(),
                        first.engine().version() + "+" + second.engine().version());
    }

    /** The most confident ones, when there are more than a frame may have. */
    private static List<PlateReading> leftToRight(List<PlateReading> joined) {
        Stream<PlateReading> kept =
                joined.stream().sorted(BY_CONFIDENCE.reversed()).limit(FrameLimits.MAX_PLATES);
        return kept.sorted(Comparator.comparingDouble(reading -> reading.box().centreX()))
                .toList();
    }
}
