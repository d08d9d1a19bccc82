package passby.infra.monitoring;

import static passby.infra.monitoring.AlarmSpec.atLeast;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Queue;
import passby.aws.api.Trigger;
import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;
import passby.infra.capacity.Capacity;

/**
 * Every alarm of a city.
 *
 * @param single alarms that are sent by themselves
 * @param combined alarms that are sent together
 */
public record AlarmList(List<AlarmSpec> single, List<CombinedAlarm> combined) {
    /** Tables whose rows are the purge's alone to delete. */
    static final List<Table> PURGED = Tables.all().stream()
            .filter(table -> table.deletion() == Table.Deletion.PURGE)
            .toList();

    /** CloudWatch adds up no more metrics in one alarm (Amazon CloudWatch User Guide, "Using metric math"). */
    private static final int MOST_METRICS = 10;

    public AlarmList {
        single = List.copyOf(single);
        combined = List.copyOf(combined);
    }

    /** @param functions of the city, without the recogniser, which is none of the list */
    public static AlarmList of(List<FunctionSpec> functions, Capacity capacity) {
        var own = new OwnMetricAlarms(functions);
        var called = functions.stream()
                .filter(spec -> spec.trigger() instanceof Trigger.Api)
                .flatMap(spec -> FunctionAlarms.of(spec, capacity))
                .toList();
        var behind = Stream.concat(
                        functions.stream()
                                .filter(spec -> !(spec.trigger() instanceof Trigger.Api))
                                .flatMap(spec -> FunctionAlarms.of(spec, capacity)),
                        FunctionAlarms.ofRecognizer(capacity))
                .toList();
        var combined = Stream.of(
                        combined("Api", "that people or cameras call", called),
                        combined("Background", "that nobody waits for", behind),
                        Stream.of(own.lostCounts()))
                .flatMap(alarms -> alarms)
                .toList();
        var parts = combined.stream().flatMap(alarm -> alarm.parts().stream()).collect(Collectors.toSet());
        var single = Stream.of(own.all(), failedRuns(), backstops(), gateway(), called.stream(), behind.stream())
                .flatMap(alarms -> alarms)
                .filter(alarm -> !parts.contains(alarm))
                .toList();
        return new AlarmList(single, combined);
    }

    /** How many metrics the alarms watch, which is what AWS bills; those that combine others are billed by themselves. */
    public int metrics() {
        return Stream.concat(single.stream(), combined.stream().flatMap(alarm -> alarm.parts().stream()))
                .mapToInt(alarm -> alarm.signal().metrics())
                .sum();
    }

    /** Sections of the runbook in which one action follows, whichever function rings. */
    private static Stream<CombinedAlarm> combined(String group, String whom, List<AlarmSpec> alarms) {
        return Stream.of(
                        combined("Errors" + group, "errors", "Functions " + whom + " fail.", alarms),
                        combined(
                                "Throttles" + group,
                                "throttles",
                                "Functions " + whom + " are being throttled.",
                                alarms),
                        combined(
                                "Slow" + group,
                                "slow-function",
                                "Functions " + whom + " come close to their timeouts.",
                                alarms),
                        combined(
                                "NearCapacity" + group,
                                "near-capacity",
                                "Functions " + whom + " come close to their reserved concurrency.",
                                alarms),
                        combined("Stopped" + group, "stopped-clock", "Clocks have stopped.", alarms))
                .filter(alarm -> !alarm.parts().isEmpty());
    }

    private static CombinedAlarm combined(String id, String section, String sentence, List<AlarmSpec> alarms) {
        return new CombinedAlarm(
                id,
                section,
                sentence,
                alarms.stream().filter(alarm -> alarm.section().equals(section)).toList());
    }

    private static Stream<AlarmSpec> failedRuns() {
        return Stream.of(atLeast(
                "FailedEvents",
                "failed-events",
                "A run of the clock failed for good.",
                new Signal.Queue(Queue.FAILURES, "ApproximateNumberOfMessagesVisible"),
                1));
    }

    /** Whatever S3 or DynamoDB delete by themselves, the purge should have deleted a day before. */
    private static Stream<AlarmSpec> backstops() {
        var byTables = IntStream.iterate(0, from -> from < PURGED.size(), from -> from + MOST_METRICS)
                .mapToObj(from -> atLeast(
                        from == 0 ? "DeletedByTable" : "DeletedByTable" + (from / MOST_METRICS + 1),
                        "deleted-by-backstop",
                        "DynamoDB deleted rows by their time to live, a day after the purge should have.",
                        new Signal.EachTable(
                                PURGED.subList(from, Math.min(PURGED.size(), from + MOST_METRICS)),
                                "TimeToLiveDeletedItemCount"),
                        1));
        return Stream.concat(
                byTables,
                Stream.of(atLeast(
                        "DeletedByBucket",
                        "deleted-by-backstop",
                        "S3 deleted pictures by a bucket's own rule, after the city should have.",
                        new Signal.Arrivals(Queue.BACKSTOPS, "NumberOfMessagesSent"),
                        1)));
    }

    private static Stream<AlarmSpec> gateway() {
        return Stream.of(atLeast(
                        "GatewayErrors",
                        "gateway-errors",
                        "People or cameras are answered with a failure of ours.",
                        new Signal.Gateway("5XXError", "Sum"),
                        5)
                .every(Duration.ofMinutes(5)));
    }
}
