package passby.operator.scale;

import java.util.ArrayList;
import java.util.List;

/**
 * What happened in one deployment, or in several together.
 *
 * @param captured frames
 * @param stored of them, each once
 * @param dead those whose message was given up; a redrive reads them
 * @param waiting at the cameras or in the queue when the clock stopped
 * @param refused calls that a camera had to repeat
 * @param throttled deliveries that an engine, a table or S3 refused, and that came back
 * @param refusedByRekognition looks that went to the recogniser instead
 * @param latencies from capture to a stored read and, of a hit, to its published alert
 * @param texts seconds that a text message waits for its turn
 * @param minutes of the busiest deployment
 * @param longestPurge seconds that a row waited for its deletion at the worst
 */
record Outcome(
        double captured,
        double stored,
        double dead,
        double waiting,
        double refused,
        double throttled,
        double refusedByRekognition,
        Latencies latencies,
        Latencies texts,
        List<Minute> minutes,
        double longestPurge) {
    /**
     * The end of one minute.
     *
     * @param reads captured in it
     * @param queue waiting messages and cameras
     * @param places of ReadPlates at work
     * @param slowest seconds that the frame waited which was stored last
     */
    record Minute(double reads, double queue, double places, double slowest) {}

    Outcome {
        minutes = List.copyOf(minutes);
    }

    /** Nothing appears and nothing is lost: what was captured is stored, given up or waits. */
    boolean isBalanced() {
        return Math.abs(captured - stored - dead - waiting) <= 1e-6 * Math.max(1, captured);
    }

    double deepestQueue() {
        return minutes.stream().mapToDouble(Minute::queue).max().orElse(0);
    }

    double busiestMinute() {
        return minutes.stream().mapToDouble(Minute::reads).max().orElse(0) / 60;
    }

    /** @param cells at least one */
    static Outcome together(List<Outcome> cells) {
        var latencies = new Latencies();
        var texts = new Latencies();
        var sums = new double[7];
        var busiest = cells.getFirst();
        var longest = 0.0;
        for (var cell : cells) {
            latencies.addAll(cell.latencies);
            texts.addAll(cell.texts);
            var amounts = cell.amounts();
            for (var at = 0; at < sums.length; at++) {
                sums[at] += amounts.get(at);
            }
            busiest = cell.deepestQueue() > busiest.deepestQueue() ? cell : busiest;
            longest = Math.max(longest, cell.longestPurge);
        }
        return new Outcome(
                sums[0],
                sums[1],
                sums[2],
                sums[3],
                sums[4],
                sums[5],
                sums[6],
                latencies,
                texts,
                new ArrayList<>(busiest.minutes),
                longest);
    }

    private List<Double> amounts() {
        return List.of(captured, stored, dead, waiting, refused, throttled, refusedByRekognition);
    }
}
