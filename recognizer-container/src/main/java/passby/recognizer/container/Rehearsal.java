package passby.recognizer.container;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import passby.core.picture.CropCutter.Cut;
import passby.core.recognition.Recognition;
import passby.recognizer.net.ModelFile;
import passby.recognizer.wire.RecognizerRequest;
import passby.recognizer.wire.RecognizerWire;

/**
 * Starts the function's process, has it read a drawn frame and cut it, and measures: {@code Rehearsal COMMAND...}, where the
 * command ends in the runtime interface client and the handler's name. Ends with 1 when the function answers wrongly or not.
 */
public final class Rehearsal {
    /** Far beyond any start that could be called one. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int WARM_READS = 10;

    /**
     * @param started when the handler was made and the runtime asked for its first event
     * @param firstAnswer when the first frame was read, counted like started from the start of the process
     * @param processorTime until the first answer, over all threads
     * @param warmRead of one frame, at the median of a few
     * @param peakBytes of memory; zero where the system does not tell
     */
    public record Measured(
            Duration started, Duration firstAnswer, Duration processorTime, Duration warmRead, long peakBytes) {
        @Override
        public String toString() {
            return "started %d ms, first answer %d ms, processor time until then %d ms, warm read %d ms, peak memory %d MB"
                    .formatted(
                            started.toMillis(),
                            firstAnswer.toMillis(),
                            processorTime.toMillis(),
                            warmRead.toMillis(),
                            peakBytes >> 20);
        }
    }

    private final RecognizerWire wire = new RecognizerWire();
    private final LongSupplier nanos;

    Rehearsal(LongSupplier nanos) {
        this.nanos = nanos;
    }

    public static void main(String[] command) {
        if (command.length == 0) {
            System.err.println("usage: Rehearsal COMMAND... that ends in the runtime interface client and the handler");
            System.exit(2);
        }
        ModelFile.all().forEach(ModelFile::verify);
        System.out.println(new Rehearsal(System::nanoTime).of(List.of(command), Map.of()));
    }

    Measured of(List<String> command, Map<String, String> environment) {
        try (var store = new FrameStore(DrawnFrame.PLACE, DrawnFrame.jpeg());
                var api = new RuntimeApi(Clock.systemUTC())) {
            var event = wire.encode(new RecognizerRequest.Read(DrawnFrame.PLACE));
            var first = api.invoke(event);
            var start = nanos.getAsLong();
            try (var process = new FunctionProcess(command, environment, api, store)) {
                await(api.started(), process);
                var started = since(start);
                check(await(first, process));
                var firstAnswer = since(start);
                var processorTime = process.processorTime();
                checkCut(await(api.invoke(crop()), process));
                var warm = warmRead(api, event, process);
                return new Measured(
                        started,
                        firstAnswer,
                        processorTime,
                        warm,
                        process.peakMemory().orElse(0));
            }
        }
    }

    private byte[] crop() {
        return wire.encode(new RecognizerRequest.Crop(DrawnFrame.PLACE, List.of(DrawnFrame.PLATE)));
    }

    private Duration since(long start) {
        return Duration.ofNanos(nanos.getAsLong() - start);
    }

    private Duration warmRead(RuntimeApi api, byte[] event, FunctionProcess process) {
        var times = new Duration[WARM_READS];
        for (var i = 0; i < times.length; i++) {
            var start = nanos.getAsLong();
            check(await(api.invoke(event), process));
            times[i] = since(start);
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private void check(byte[] answer) {
        var read = wire.decodeRecognition(answer) instanceof Recognition.Plates answered
                && answered.plates().size() == 1
                && answered.plates().getFirst().best().plate().raw().equals(DrawnFrame.SERIAL);
        if (!read) {
            throw new IllegalStateException("the drawn plate is not what was read");
        }
    }

    private void checkCut(byte[] answer) {
        var cut =
                wire.decodeCut(answer) instanceof Cut.Done done && done.crops().size() == 1;
        if (!cut) {
            throw new IllegalStateException("the drawn frame was not cut");
        }
    }

    /** What the function says, or why it says nothing: it failed, it ended, or time is over. */
    private static <T> T await(CompletableFuture<T> answer, FunctionProcess process) {
        try {
            return answer.applyToEither(process.ended(), Function.identity())
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the function did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the function was to answer", e);
        }
    }
}
