package passby.local.city;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Queue;
import passby.aws.api.Trigger;
import passby.aws.wiring.Lazy;
import passby.local.engine.LocalEngines;
import passby.local.lambda.Invocations;
import passby.local.lambda.LambdaHttp;
import passby.local.lambda.LocalFunction;
import passby.local.lambda.QueuePump;
import passby.local.lambda.RateSchedule;

/** Every function of a list, started by what the list names as its trigger, as the stack has AWS start it. */
final class CityFunctions implements AutoCloseable {
    /** The gateway gives up after this long. Source: Amazon API Gateway quotas for REST APIs, "Integration timeout". */
    private static final Duration GATEWAY_TIMEOUT = Duration.ofSeconds(29);

    private final Map<String, LocalFunction> functions = new LinkedHashMap<>();
    private final List<FunctionSpec> routed = new ArrayList<>();
    private final List<RateSchedule.Task> everyMinute = new ArrayList<>();
    private final List<RateSchedule.Task> everyHour = new ArrayList<>();
    private final List<RateSchedule.Task> everyDay = new ArrayList<>();
    private final List<QueuePump> pumps = new ArrayList<>();
    private final LambdaHttp http;
    private final RateSchedule minutes;
    private final RateSchedule hours;
    private final RateSchedule days;

    private CityFunctions(
            List<FunctionSpec> list,
            Function<FunctionSpec, RequestStreamHandler> handlers,
            LocalEngines engines,
            int port,
            Clock clock,
            Supplier<String> ids)
            throws IOException {
        for (var spec : list) {
            var invocations = new Invocations(spec.name(), spec.size().timeout(), clock, ids);
            var function = new LocalFunction(new Lazy<>(() -> handlers.apply(spec)), invocations);
            functions.put(spec.name(), function);
            connect(spec, function, engines, invocations);
        }
        minutes = new RateSchedule(Duration.ofMinutes(1), everyMinute);
        hours = new RateSchedule(Duration.ofHours(1), everyHour);
        days = new RateSchedule(Duration.ofDays(1), everyDay);
        http = LambdaHttp.start(
                port, new ApiFront(routed, functions), new Invocations("api", GATEWAY_TIMEOUT, clock, ids));
    }

    /**
     * Starts gateway, pumps and schedules.
     *
     * @param handlers makes the handler of a function, which happens when it is first started
     * @param port of the API, 0 for a free one
     */
    static CityFunctions start(
            List<FunctionSpec> list,
            Function<FunctionSpec, RequestStreamHandler> handlers,
            LocalEngines engines,
            int port,
            Clock clock,
            Supplier<String> ids)
            throws IOException {
        var functions = new CityFunctions(list, handlers, engines, port, clock, ids);
        functions.minutes.start();
        functions.hours.start();
        functions.days.start();
        return functions;
    }

    private void connect(FunctionSpec spec, LocalFunction function, LocalEngines engines, Invocations invocations) {
        switch (spec.trigger()) {
            case Trigger.Api _ -> routed.add(spec);
            case Trigger.Queue(var named) -> {
                var queue = engines.queue(named.code());
                var source = QueuePump.Source.of(queue.url(), queue.arn());
                pumps.add(QueuePump.start(engines.clients().sqs(), source, function.behindQueue(), invocations));
            }
            case Trigger.EveryMinute _ -> everyMinute.add(function.byClock());
            case Trigger.EveryHour _ -> everyHour.add(function.byClock());
            case Trigger.EveryDay _ -> everyDay.add(function.byClock());
            case Trigger.Deployment _, Trigger.SignIn _, Trigger.ByHand _ -> {
                // Started by whoever invokes it.
            }
        }
    }

    /** The queues that start functions of a list. */
    static List<Queue> queues(List<FunctionSpec> list) {
        return list.stream()
                .map(FunctionSpec::trigger)
                .filter(Trigger.Queue.class::isInstance)
                .map(trigger -> ((Trigger.Queue) trigger).queue())
                .distinct()
                .toList();
    }

    /** Serves a path that in AWS is no function's either. */
    void serve(String path, HttpHandler handler) {
        http.serve(path, handler);
    }

    URI api() {
        return http.endpoint();
    }

    void stopClocks() {
        minutes.close();
        hours.close();
        days.close();
    }

    void minute() {
        minutes.tick();
    }

    void hour() {
        hours.tick();
    }

    void day() {
        days.tick();
    }

    /** @throws IllegalArgumentException for a name that is not in the list */
    byte[] invoke(String name, byte[] event) {
        var function = functions.get(name);
        if (function == null) {
            throw new IllegalArgumentException("no function is named " + name);
        }
        return function.invoke(event);
    }

    @Override
    public void close() {
        http.close();
        pumps.forEach(QueuePump::stop); // all first: each waits for the end of its own poll
        pumps.forEach(QueuePump::close);
        stopClocks();
    }
}
