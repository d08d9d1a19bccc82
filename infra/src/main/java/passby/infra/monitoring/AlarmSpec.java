package passby.infra.monitoring;

import java.time.Duration;

/**
 * One alarm.
 *
 * @param id of the alarm, PascalCase, never changed
 * @param section of docs/runbook.md that says what to do
 * @param sentence what it means
 * @param signal what it looks at
 * @param period over which one value is taken
 * @param periods how many values in a row are beyond the threshold before it rings
 * @param threshold in the signal's own unit
 * @param beyond on which side of it
 * @param silence what it means when nothing is measured at all
 */
record AlarmSpec(
        String id,
        String section,
        String sentence,
        Signal signal,
        Duration period,
        int periods,
        long threshold,
        Beyond beyond,
        Silence silence) {
    enum Beyond {
        AT_LEAST,
        ABOVE,
        BELOW
    }

    enum Silence {
        FINE,
        /** What should measure every minute, or every day, does not: it has died. */
        ALARM
    }

    /** Rings at the first value of a minute that reaches the threshold, and is fine where nothing happens. */
    static AlarmSpec atLeast(String id, String section, String sentence, Signal signal, long threshold) {
        return new AlarmSpec(
                id, section, sentence, signal, Duration.ofMinutes(1), 1, threshold, Beyond.AT_LEAST, Silence.FINE);
    }

    AlarmSpec every(Duration other) {
        return new AlarmSpec(id, section, sentence, signal, other, periods, threshold, beyond, silence);
    }

    AlarmSpec inARow(int other) {
        return new AlarmSpec(id, section, sentence, signal, period, other, threshold, beyond, silence);
    }

    AlarmSpec above() {
        return new AlarmSpec(id, section, sentence, signal, period, periods, threshold, Beyond.ABOVE, silence);
    }

    AlarmSpec below() {
        return new AlarmSpec(id, section, sentence, signal, period, periods, threshold, Beyond.BELOW, silence);
    }

    AlarmSpec alsoWhenSilent() {
        return new AlarmSpec(id, section, sentence, signal, period, periods, threshold, beyond, Silence.ALARM);
    }

    /** Shown with the alarm, and sent with it: no plate, no person, no camera. */
    String description() {
        return sentence + " What to do: docs/runbook.md#" + section;
    }
}
