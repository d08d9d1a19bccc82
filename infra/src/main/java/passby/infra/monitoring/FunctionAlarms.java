package passby.infra.monitoring;

import static passby.infra.monitoring.AlarmSpec.atLeast;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Queue;
import passby.aws.api.Trigger;
import passby.aws.recognition.LambdaRecognizer;
import passby.infra.access.RecognizerGrants;
import passby.infra.capacity.Capacity;

/**
 * The alarms of one function, derived from what starts it. The six are those of AWS's checklist for serverless production:
 * errors, throttles, duration near the timeout, age of what waits, use of reserved places, dead letters; a clock has a seventh.
 *
 * @param name of the function
 * @param timeout after which Lambda stops it
 * @param reserved places kept for it, if any
 */
record FunctionAlarms(String name, Duration timeout, Optional<Integer> reserved) {
    /** Percent of a timeout or of reserved places; AWS's checklist names the same for both. */
    private static final int NEAR = 80;

    private static final int OFTEN = 3;

    static Stream<AlarmSpec> of(FunctionSpec spec, Capacity capacity) {
        var alarms = new FunctionAlarms(spec.name(), spec.size().timeout(), capacity.reserved(spec));
        return switch (spec.trigger()) {
            case Trigger.Api _, Trigger.SignIn _ -> alarms.common(OFTEN);
            case Trigger.Queue(var queue) -> Stream.concat(alarms.common(OFTEN), alarms.waiting(queue));
            case Trigger.EveryMinute _ ->
                Stream.concat(
                        alarms.common(OFTEN), Stream.of(alarms.stopped("for three minutes", Duration.ofMinutes(1), 3)));
            case Trigger.EveryHour _ ->
                Stream.concat(alarms.common(1), Stream.of(alarms.stopped("for three hours", Duration.ofHours(1), 3)));
            case Trigger.EveryDay _ ->
                Stream.concat(alarms.common(1), Stream.of(alarms.stopped("for two days", Duration.ofDays(1), 2)));
            case Trigger.Deployment _, Trigger.ByHand _ -> alarms.common(1);
        };
    }

    static Stream<AlarmSpec> ofRecognizer(Capacity capacity) {
        return new FunctionAlarms(
                        RecognizerGrants.FUNCTION, LambdaRecognizer.TIMEOUT, Optional.of(capacity.recognizers()))
                .common(OFTEN);
    }

    /** @param errors in five minutes: one percent would be never of a rare function, and one of a daily run is all of it */
    private Stream<AlarmSpec> common(int errors) {
        return Stream.concat(
                Stream.of(errors(errors), throttles(), slow()),
                reserved.stream().map(this::nearCapacity));
    }

    private AlarmSpec errors(int threshold) {
        return atLeast("Errors" + name, "errors", name + " fails.", lambda("Errors", "Sum"), threshold)
                .every(Duration.ofMinutes(5));
    }

    private AlarmSpec throttles() {
        return atLeast("Throttles" + name, "throttles", name + " is being throttled.", lambda("Throttles", "Sum"), 1);
    }

    private AlarmSpec slow() {
        return atLeast(
                        "Slow" + name,
                        "slow-function",
                        "One run in a hundred of " + name + " takes more than 80 % of its timeout.",
                        lambda("Duration", "p99"),
                        timeout.toMillis() * NEAR / 100)
                .every(Duration.ofMinutes(5));
    }

    private AlarmSpec nearCapacity(int places) {
        return atLeast(
                        "NearCapacity" + name,
                        "near-capacity",
                        name + " uses more than 80 % of its reserved concurrency.",
                        lambda("ConcurrentExecutions", "Maximum"),
                        Math.ceilDiv((long) places * NEAR, 100))
                .inARow(5);
    }

    private Stream<AlarmSpec> waiting(Queue queue) {
        var old = atLeast(
                        "OldMessages" + name,
                        "old-messages",
                        "Messages wait longer than " + minutes(queue.patience()) + " for " + name + ".",
                        new Signal.Queue(queue, "ApproximateAgeOfOldestMessage"),
                        queue.patience().toSeconds())
                .inARow(3);
        var dead = queue.deadLetters()
                .map(letters -> atLeast(
                        "DeadLetters" + name,
                        "dead-letters",
                        name + " has given a message up after " + queue.receives() + " tries.",
                        new Signal.Queue(letters, "ApproximateNumberOfMessagesVisible"),
                        1));
        return Stream.concat(Stream.of(old), dead.stream());
    }

    private static String minutes(Duration duration) {
        return duration.toMinutes() == 1 ? "a minute" : duration.toMinutes() + " minutes";
    }

    /** The dead man's switch: a clock that stops fails nowhere. */
    private AlarmSpec stopped(String time, Duration period, int periods) {
        return atLeast(
                        "Stopped" + name,
                        "stopped-clock",
                        name + " was not started " + time + ".",
                        lambda("Invocations", "Sum"),
                        1)
                .every(period)
                .inARow(periods)
                .below()
                .alsoWhenSilent();
    }

    private Signal lambda(String metric, String statistic) {
        return new Signal.Lambda(name, metric, statistic);
    }
}
