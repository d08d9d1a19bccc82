package passby.infra.capacity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import passby.aws.api.CallerKind;
import passby.aws.api.FunctionSpec;
import passby.aws.api.ReadFunctions;
import passby.aws.api.Route;
import passby.core.policy.Parameter;
import passby.core.retention.Timing;

/**
 * How much a city of so many cameras takes at once. Busy is five times the mean of a day, as traffic is.
 *
 * @param cameras that upload
 */
public record Capacity(int cameras) {
    /** Lambda's default for an account and region; scripts/deploy compares it with the account's own. */
    public static final int ACCOUNT_CONCURRENCY = 1_000;

    /** What Lambda insists on leaving to functions without a reservation. */
    public static final int UNRESERVED_CONCURRENCY = 100;

    /** Pictures of a busy camera in a day (architecture.md, "Numbers to plan for"). */
    private static final int PICTURES_A_DAY = 5_000;

    private static final int PEAK = 5;

    /** How long a function holds a place for one picture, both engines and the store, when things go badly. */
    private static final Duration PICTURE = Duration.ofSeconds(3);

    /** The same in the usual case: measured below half a second at the 95th percentile, with a network between. */
    private static final Duration USUAL_PICTURE = Duration.ofSeconds(1);

    private static final int LEAST = 10;
    private static final int MINUTE = 60;
    private static final long WINDOW_SECONDS = 300;

    /** Requests that people make in a second, for each camera: many officers, few of them at once. */
    private static final int PEOPLE = 20;

    /** Uploads in a second at a busy hour. */
    public int uploadsPerSecond() {
        return (int) Math.ceil(
                (double) cameras * PICTURES_A_DAY * PEAK / Duration.ofDays(1).toSeconds());
    }

    /** Pictures that are read at the same time. */
    public int reading() {
        var wanted = (int) (uploadsPerSecond() * PICTURE.toSeconds());
        return Math.clamp(wanted, LEAST, (ACCOUNT_CONCURRENCY - UNRESERVED_CONCURRENCY) / 2);
    }

    /** Places kept for a function, so that a flood of pictures takes none from an officer's search. */
    public Optional<Integer> reserved(FunctionSpec spec) {
        return spec.equals(ReadFunctions.READ_PLATES) ? Optional.of(reading()) : Optional.empty();
    }

    /** Each reader asks one recogniser at a time, so these are as many. */
    public int recognizers() {
        return reading();
    }

    /** Requests of a route in a second that the gateway lets through, at length: of all cameras as often as the preset lets them. */
    public int rate(Route route) {
        return switch (route.caller()) {
            case CAMERA -> Math.max(2 * addressPerSecond(CallerKind.CAMERA), cameras * presetCamera() / MINUTE);
            case PERSON, PUBLIC -> PEOPLE;
        };
    }

    /** And at once. */
    public int burst(Route route) {
        return 2 * rate(route);
    }

    /** Of all these functions' routes together. */
    public int rate(List<FunctionSpec> functions) {
        return functions.stream()
                .flatMap(spec -> spec.routes().stream())
                .mapToInt(this::rate)
                .sum();
    }

    /**
     * Requests of one address in five minutes, unless it is one of the city's own networks: what one camera may send at most, and
     * half of what a route takes. One address cannot use up a throttle that is for everybody.
     */
    public long perAddress(CallerKind caller) {
        return switch (caller) {
            case CAMERA -> 5L * fastestCamera();
            case PERSON, PUBLIC -> WINDOW_SECONDS * PEOPLE / 2;
        };
    }

    /** Of one of the city's own networks, behind which all cameras may sit. */
    public long perOwnAddress() {
        return Math.max(perAddress(CallerKind.CAMERA), 5L * cameras * fastestCamera());
    }

    private int addressPerSecond(CallerKind caller) {
        return (int) (perAddress(caller) / WINDOW_SECONDS);
    }

    /**
     * How long it takes until all frames that all cameras may have on their way are read, and nothing new comes.
     *
     * @param outstanding frames of one camera, as the policy bounds them
     */
    public Duration drains(int outstanding) {
        return USUAL_PICTURE.multipliedBy(Math.ceilDiv((long) cameras * outstanding, reading()));
    }

    /**
     * How long a frame of another camera usually waits behind all that one camera may have on its way. The queue is one for all and
     * hands out what came first, so this bound, and not how fast the one camera sends, is what the others feel.
     *
     * @param outstanding frames of one camera, as the policy bounds them
     */
    public Duration waitsBehindOne(int outstanding) {
        return USUAL_PICTURE.multipliedBy(Math.ceilDiv(outstanding, reading()));
    }

    /** How long others wait at most when one camera's every frame takes its reader the whole timeout. */
    public Duration heldUpByOne(int outstanding) {
        return Timing.READ_PLATES_TIMEOUT.multipliedBy(Math.ceilDiv(outstanding, reading()));
    }

    private static int presetCamera() {
        return Integer.parseInt(Parameter.CAMERA_UPLOAD_RATE.preset());
    }

    /** Uploads a minute that a city may allow a camera at most. */
    private static int fastestCamera() {
        return Parameter.CAMERA_UPLOAD_RATE.allowed().stream()
                .mapToInt(Integer::parseInt)
                .max()
                .orElseThrow();
    }
}
