package passby.core.read;

import java.time.Duration;
import java.util.List;

/**
 * What came of a {@link ChaosSimulation}.
 *
 * @param frames that are stored, and reads and hits
 * @param alerts publications: one for each hit, or more
 * @param deaths of a process between two steps
 * @param refusals of a store or an engine
 * @param deadLetters messages that were given up, and redriven at the end
 * @param admitted frames that the ledger tells of
 * @param broken promises, none as it should be
 */
public record ChaosReport(
        long seed,
        int pictures,
        int frames,
        int reads,
        int hits,
        int alerts,
        int deliveries,
        long deaths,
        long refusals,
        int deadLetters,
        int clockJumps,
        long admitted,
        Duration longestToStore,
        Duration longestToAlert,
        List<String> broken) {
    public ChaosReport {
        broken = List.copyOf(broken);
    }

    /** The report, a line for each figure. */
    public String text() {
        return """
                seed %d, %d pictures
                deliveries %d, of which processes died %d times, %d calls were refused, %d messages lay in dead letters, %d jumps of the clock
                stored %d frames with %d reads; %d hits, published %d times; %d frames admitted by the ledger
                longest from upload to stored read %s, to alert %s
                promises broken: %s
                """.formatted(
                        seed,
                        pictures,
                        deliveries,
                        deaths,
                        refusals,
                        deadLetters,
                        clockJumps,
                        frames,
                        reads,
                        hits,
                        alerts,
                        admitted,
                        longestToStore,
                        longestToAlert,
                        broken.isEmpty() ? "none" : String.join("; ", broken));
    }
}
