package passby.core.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import passby.core.picture.FrameRef;

/** Answers what the test told it to, by object key; for any other frame it saw no plate. */
public final class CannedRecognizer implements Recognizer {
    private final Engine engine;
    private final Map<String, Recognition> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    public CannedRecognizer(Engine engine) {
        this.engine = engine;
    }

    public void answer(String key, Recognition recognition) {
        answers.put(key, recognition);
    }

    public void sees(String key, PlateReading... plates) {
        answer(key, new Recognition.Plates(engine, List.of(plates)));
    }

    @Override
    public Recognition read(FrameRef frame) {
        asked.add(frame.key());
        return answers.getOrDefault(frame.key(), new Recognition.NoPlate(engine));
    }

    /** Keys of the frames that it was asked about, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }
}
