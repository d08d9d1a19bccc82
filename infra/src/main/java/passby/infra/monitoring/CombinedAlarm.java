package passby.infra.monitoring;

import java.util.List;

/**
 * Several alarms that lead to the same action, sent as one: it rings while any of them does, and names those that do.
 *
 * @param id of the alarm, PascalCase, never changed
 * @param section of docs/runbook.md that says what to do
 * @param sentence what it means
 * @param parts the alarms, which send nothing themselves
 */
record CombinedAlarm(String id, String section, String sentence, List<AlarmSpec> parts) {
    CombinedAlarm {
        parts = List.copyOf(parts);
    }

    /** Shown with the alarm, and sent with it. */
    String description() {
        return sentence + " What to do: docs/runbook.md#" + section;
    }
}
