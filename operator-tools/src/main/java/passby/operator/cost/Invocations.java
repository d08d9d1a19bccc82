package passby.operator.cost;

import java.util.ArrayList;
import java.util.List;
import passby.aws.api.CaptureFunctions;
import passby.aws.api.FunctionSpec;
import passby.aws.api.HotListFunctions;
import passby.aws.api.RetentionFunctions;
import passby.aws.api.Trigger;
import passby.core.retention.Timing;
import passby.infra.recognition.Recognizer;

/**
 * Invocations of one function in a month.
 *
 * @param function its name
 * @param memoryMb of each run
 * @param count of runs
 * @param seconds of each run, as Lambda bills it
 */
record Invocations(String function, int memoryMb, double count, double seconds) {
    /** A pool asks before each attempt to sign in and tells of each that succeeded. */
    private static final double BEFORE_AND_AFTER = 2;

    private static final String RECOGNIZER = "Recognizer";
    private static final double MB_IN_A_GB = 1024;
    private static final double DAYS_A_WEEK = 7;

    double gigabyteSeconds() {
        return count * seconds * memoryMb / MB_IN_A_GB;
    }

    /** Whether a run leaves lines of the log that are worth counting: the recogniser's leaves none unless it fails. */
    boolean logs() {
        return !function.startsWith(RECOGNIZER);
    }

    /** Of every function that a city's work and its clock start. What only deployments start is free of note. */
    static List<Invocations> of(List<FunctionSpec> functions, Workload workload) {
        var runs = new ArrayList<Invocations>();
        var ofPeople = functions.stream()
                .filter(function -> function.trigger() instanceof Trigger.Api
                        && !function.equals(CaptureFunctions.ISSUE_UPLOAD_URLS))
                .count();
        for (var function : functions) {
            runs.addAll(of(function, workload, ofPeople));
        }
        var looks = Recognition.of(workload.order());
        var frames = frames(workload);
        runs.add(new Invocations(
                RECOGNIZER, Recognizer.MEMORY_MB, frames * looks.container(), Measured.RECOGNIZE_MEAN.seconds()));
        runs.add(new Invocations(
                RECOGNIZER + ", crops", Recognizer.MEMORY_MB, frames * looks.cuts(), Measured.CUT_CROPS.seconds()));
        return runs;
    }

    static double frames(Workload workload) {
        return workload.readsAMonth() * Assumption.FRAMES_PER_READ.value();
    }

    static double urlCalls(Workload workload) {
        return frames(workload) / workload.habits().framesPerCall();
    }

    private static List<Invocations> of(FunctionSpec function, Workload workload, long ofPeople) {
        return switch (function.trigger()) {
            case Trigger.Api _ -> List.of(ofApi(function, workload, ofPeople), warm(function));
            case Trigger.Queue(var queue)
            when queue.hearsAlerts() ->
                List.of(new Invocations(
                        function.name(),
                        function.size().memoryMb(),
                        workload.hitsAMonth(),
                        Measured.PERSON_CALL.seconds()));
            case Trigger.Queue _ ->
                List.of(
                        function.equals(HotListFunctions.IMPORT_LISTS)
                                ? ofLists(function)
                                : ofFrames(function, workload));
            case Trigger.EveryMinute _ -> List.of(everyMinute(function, workload));
            case Trigger.EveryHour _ -> List.of(byClock(function, Workload.HOURS_A_MONTH));
            case Trigger.EveryDay _ -> List.of(byClock(function, Workload.DAYS_A_MONTH));
            case Trigger.SignIn _ ->
                List.of(
                        new Invocations(
                                function.name(),
                                function.size().memoryMb(),
                                BEFORE_AND_AFTER * workload.signInsAMonth(),
                                Measured.PERSON_CALL.seconds()),
                        warm(function));
            case Trigger.Deployment _, Trigger.ByHand _ -> List.of();
        };
    }

    private static Invocations ofFrames(FunctionSpec function, Workload workload) {
        return new Invocations(
                function.name(),
                function.size().memoryMb(),
                frames(workload) / Timing.QUEUE_BATCH,
                Recognition.of(workload.order()).billedReadPlatesSeconds() * Timing.QUEUE_BATCH);
    }

    private static Invocations ofLists(FunctionSpec function) {
        return new Invocations(
                function.name(), function.size().memoryMb(), ListItems.imports(), Measured.IMPORT_LIST.seconds());
    }

    /** People's calls are spread over people's functions evenly: they have the same size. */
    private static Invocations ofApi(FunctionSpec function, Workload workload, long ofPeople) {
        if (function.equals(CaptureFunctions.ISSUE_UPLOAD_URLS)) {
            return new Invocations(
                    function.name(), function.size().memoryMb(), urlCalls(workload), Measured.ISSUE_URLS.seconds());
        }
        return new Invocations(
                function.name(),
                function.size().memoryMb(),
                workload.callsOfPeopleAMonth() / ofPeople,
                Measured.PERSON_CALL.seconds());
    }

    /** The weekly call that keeps a snapshot from being dropped. */
    private static Invocations warm(FunctionSpec function) {
        return new Invocations(
                function.name() + ", kept warm",
                function.size().memoryMb(),
                Workload.DAYS_A_MONTH / DAYS_A_WEEK,
                Measured.PERSON_CALL.seconds());
    }

    /** The purge works as long as there is something due, by as many lanes as it takes. */
    private static Invocations everyMinute(FunctionSpec function, Workload workload) {
        var run = byClock(function, Workload.MINUTES_A_MONTH);
        if (!function.equals(RetentionFunctions.PURGE)) {
            return run;
        }
        var rows = frames(workload) * workload.storedShare() * Row.OF_A_READ / Workload.MINUTES_A_MONTH;
        return new Invocations(
                run.function, run.memoryMb, run.count, run.seconds + rows * Measured.PURGED_ROW.seconds());
    }

    private static Invocations byClock(FunctionSpec function, double count) {
        return new Invocations(function.name(), function.size().memoryMb(), count, Measured.CLOCK.seconds());
    }
}
