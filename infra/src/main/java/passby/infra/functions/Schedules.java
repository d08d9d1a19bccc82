package passby.infra.functions;

import java.util.List;
import java.util.Map;
import passby.aws.api.Trigger;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.constructs.Construct;

/**
 * Who is woken when: the city's clock every minute, its checks every hour or every day, and once a week every function that people, cameras or a queue call, so
 * that Lambda does not drop the snapshot of one that was idle for fourteen days.
 */
public final class Schedules extends Construct {
    /** What a function answers without counting or entering anything. */
    private static final Map<String, Object> WARM = Map.of("warm", true);

    public Schedules(Construct scope, List<CityFunction> functions) {
        super(scope, "Clocks");
        functions.forEach(this::wake);
    }

    private void wake(CityFunction function) {
        switch (function.spec().trigger()) {
            case Trigger.EveryMinute _ ->
                rule(function, "Minute", Duration.minutes(1), target(function).build());
            case Trigger.EveryHour _ ->
                rule(function, "Hour", Duration.hours(1), target(function).build());
            case Trigger.EveryDay _ ->
                rule(function, "Day", Duration.days(1), target(function).build());
            // The mapping of an empty queue invokes nobody: the first frames after two idle weeks would find no
            // snapshot.
            case Trigger.Api _, Trigger.Queue _, Trigger.SignIn _ ->
                rule(
                        function,
                        "Warm",
                        Duration.days(7),
                        target(function).event(RuleTargetInput.fromObject(WARM)).build());
            case Trigger.Deployment _, Trigger.ByHand _ -> {}
        }
    }

    /** The next minute tries again by itself: a missed one is not repeated later. */
    private static LambdaFunction.Builder target(CityFunction function) {
        return LambdaFunction.Builder.create(function.target()).retryAttempts(0).maxEventAge(Duration.minutes(1));
    }

    private void rule(CityFunction function, String id, Duration every, LambdaFunction target) {
        Rule.Builder.create(this, id + function.spec().name())
                .description("Passby: wakes " + function.spec().name())
                .schedule(Schedule.rate(every))
                .targets(List.of(target))
                .build();
    }
}
