package passby.core.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import passby.core.capture.Announced;
import passby.core.capture.CaptureFacts;
import passby.core.capture.CaptureForm;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.recognition.Engine;
import passby.core.recognition.PlateReading;
import passby.core.recognition.PlateText;

/**
 * A plate that a camera read itself, without a picture that anybody could compare: what it matches is always advisory.
 *
 * @param facts of its capture
 * @param candidates 1 to {@link PlateReading#MAX_CANDIDATES} texts, the likeliest first
 * @param state that issued the plate, as the camera tells it
 * @param engine the camera's own; its name begins with {@link #ENGINE_PREFIX}, so that it never passes for one of the city's
 */
public record PostedRead(CaptureFacts facts, List<Candidate> candidates, IssuingState state, Engine engine)
        implements Announced, PlateText {
    /** A camera that sees more vehicles at once sends them in two requests. */
    public static final int MAX_BATCH = 20;

    public static final String ENGINE_PREFIX = "camera:";

    private static final int BYTES = 1000;
    private static final Pattern PLATE = Pattern.compile("[A-Z0-9]{1," + Plate.MAX_LENGTH + "}");
    private static final Pattern ENGINE = Pattern.compile("[a-z0-9-]{1,24}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    public PostedRead {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty() || candidates.size() > PlateReading.MAX_CANDIDATES) {
            throw new IllegalArgumentException("a reading has 1 to " + PlateReading.MAX_CANDIDATES + " candidates");
        }
        if (!engine.name().startsWith(ENGINE_PREFIX)) {
            throw new IllegalArgumentException("not the engine of a camera");
        }
    }

    /** As the bytes of a camera's day are counted: no read is longer. */
    @Override
    public int length() {
        return BYTES;
    }

    /** The body of {@code POST /v1/reads}: 1 to {@link #MAX_BATCH} reads in {@code reads}. */
    public static Checked<List<PostedRead>> parse(Form body) {
        var reads = new ArrayList<Parts>();
        for (var form : body.forms("reads", MAX_BATCH)) {
            reads.add(parts(form));
        }
        return body.checked(() -> reads.stream().map(Parts::read).toList());
    }

    /** What was sent, which is made a read when nothing at all is wrong with the request. */
    private record Parts(CaptureFacts facts, List<Text> texts, IssuingState state, String engine, String version) {
        PostedRead read() {
            return new PostedRead(
                    facts,
                    texts.stream().map(Text::candidate).toList(),
                    state,
                    new Engine(ENGINE_PREFIX + engine, version));
        }
    }

    private record Text(String plate, double confidence) {
        /** Cameras tell one confidence for the whole text. */
        Candidate candidate() {
            var sure = new Confidence(confidence);
            return new Candidate(new Plate(plate), sure, Collections.nCopies(plate.length(), sure));
        }
    }

    private static Parts parts(Form form) {
        var texts = new ArrayList<Text>();
        for (var candidate : form.forms("candidates", PlateReading.MAX_CANDIDATES)) {
            var plate = candidate.string("plate", PLATE, "1 to " + Plate.MAX_LENGTH + " characters A-Z and 0-9");
            texts.add(new Text(plate, candidate.decimal("confidence", 0, 1)));
        }
        return new Parts(
                CaptureForm.facts(form),
                texts,
                state(form),
                form.string("engine", ENGINE, "1 to 24 letters a-z, digits and -"),
                form.string("engineVersion", VERSION, "1 to 40 letters, digits, ., _ and -"));
    }

    /** Left out it is unknown, which is an answer of its own and never a match. */
    private static IssuingState state(Form form) {
        return form.optionalForm("state")
                .<IssuingState>map(state -> {
                    var code = state.string("code", IssuingState.CODE, "two letters A-Z");
                    var confidence = state.decimal("confidence", 0, 1);
                    return state.isValid("code")
                            ? new IssuingState.Issued(code, new Confidence(confidence))
                            : IssuingState.UNKNOWN;
                })
                .orElse(IssuingState.UNKNOWN);
    }
}
