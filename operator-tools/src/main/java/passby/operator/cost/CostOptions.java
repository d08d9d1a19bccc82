package passby.operator.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import passby.core.capture.UploadRequest;
import passby.core.policy.RecognizerOrder;
import passby.core.retention.HitRetention;
import passby.core.retention.NonHitRetention;

/** What {@code scripts/cost} was asked for. */
sealed interface CostOptions {
    record OneBill(Workload workload, boolean csv) implements CostOptions {}

    /** The README's table. */
    record Table() implements CostOptions {}

    /** @param problems all that is wrong, a sentence each */
    record Wrong(List<String> problems) implements CostOptions {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    static CostOptions parse(List<String> arguments) {
        return arguments.equals(List.of("--table")) ? new Table() : new Parser().parse(arguments);
    }

    /** Reads every argument before it complains. */
    final class Parser {
        private static final int MAX_TEXTS = 100;

        private final List<String> problems = new ArrayList<>();
        private int cameras;
        private int readsPerDay;
        private int postedPerDay;
        private Optional<RecognizerOrder> order = Optional.empty();
        private NonHitRetention nonHitRetention = NonHitRetention.DAYS_7;
        private HitRetention hitRetention = HitRetention.DAYS_365;
        private int framesPerCall = (int) Workload.Habits.USUAL.framesPerCall();
        private int textsPerHit = (int) Workload.Habits.USUAL.textsPerHit();
        private boolean csv;

        private Parser() {}

        private CostOptions parse(List<String> arguments) {
            for (var at = 0; at < arguments.size(); at++) {
                var name = arguments.get(at);
                if (name.equals("--csv")) {
                    csv = true;
                } else {
                    take(name, ++at < arguments.size() ? arguments.get(at) : "");
                }
            }
            require(cameras > 0, "--cameras", "a whole number from 1 to " + Workload.MAX_CAMERAS);
            require(readsPerDay > 0, "--reads-per-day", "a whole number from 1 to " + Workload.MAX_READS_PER_DAY);
            require(postedPerDay >= 0, "--posted-per-day", "a whole number from 0 to " + Workload.MAX_READS_PER_DAY);
            require(order.isPresent(), "--order", "rekognition-first, container-first or container-only");
            require(framesPerCall > 0, "--frames-per-call", "a whole number from 1 to " + UploadRequest.MAX_BATCH);
            require(textsPerHit >= 0, "--texts-per-hit", "a whole number from 0 to " + MAX_TEXTS);
            return problems.isEmpty() ? new OneBill(workload(), csv) : new Wrong(problems);
        }

        private Workload workload() {
            return new Workload(
                    cameras,
                    readsPerDay,
                    order.orElseThrow(),
                    nonHitRetention,
                    hitRetention,
                    new Workload.Habits(framesPerCall, textsPerHit, postedPerDay));
        }

        private void take(String name, String value) {
            switch (name) {
                case "--cameras" -> cameras = whole(value, Workload.MAX_CAMERAS);
                case "--reads-per-day" -> readsPerDay = whole(value, Workload.MAX_READS_PER_DAY);
                case "--posted-per-day" ->
                    postedPerDay = value.equals("0") ? 0 : orRefused(whole(value, Workload.MAX_READS_PER_DAY));
                case "--order" -> order = RecognizerOrder.parse(value);
                case "--retention" -> nonHitRetention = word(name, value, NonHitRetention::parse, nonHitRetention);
                case "--hit-retention" -> hitRetention = word(name, value, HitRetention::parse, hitRetention);
                case "--frames-per-call" -> framesPerCall = whole(value, UploadRequest.MAX_BATCH);
                case "--texts-per-hit" -> textsPerHit = value.equals("0") ? 0 : orRefused(whole(value, MAX_TEXTS));
                default -> problems.add("There is no option " + name + ".");
            }
        }

        private <T> T word(String name, String value, Function<String, Optional<T>> parse, T otherwise) {
            return parse.apply(value).orElseGet(() -> {
                problems.add(name + " is none of the words that the stack's parameter takes: " + value + ".");
                return otherwise;
            });
        }

        private void require(boolean fine, String name, String wanted) {
            if (!fine) {
                problems.add(name + " must be " + wanted + ".");
            }
        }

        /** What is no number must not pass for none. */
        private static int orRefused(int number) {
            return number == 0 ? -1 : number;
        }

        /** Nothing else than digits, and nothing beyond the bound; otherwise 0. */
        private static int whole(String value, int max) {
            if (!value.matches("[0-9]{1,7}")) {
                return 0;
            }
            var number = Integer.parseInt(value);
            return number > max ? 0 : number;
        }
    }
}
