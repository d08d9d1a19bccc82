package passby.aws.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.picture.Box;
import passby.core.plate.Confidence;
import passby.core.recognition.SeenText;
import software.amazon.awssdk.services.rekognition.model.BoundingBox;
import software.amazon.awssdk.services.rekognition.model.DetectTextResponse;
import software.amazon.awssdk.services.rekognition.model.TextDetection;
import software.amazon.awssdk.services.rekognition.model.TextTypes;

/**
 * The texts of a DetectText answer. It tells each line and each of its words; a word that is its whole line is told once.
 * Confidences are in percent there. Source: Amazon Rekognition API reference, TextDetection.
 */
final class RekognitionTexts {
    private RekognitionTexts() {}

    /** The tallest first, so that what a chooser may leave out is small print; empty for an answer that says nothing. */
    static Optional<List<SeenText>> read(DetectTextResponse answer) {
        if (!answer.hasTextDetections() || !answer.textDetections().stream().allMatch(RekognitionTexts::isComplete)) {
            return Optional.empty();
        }
        var told = new HashSet<String>();
        var texts = new ArrayList<SeenText>();
        for (var type : List.of(TextTypes.LINE, TextTypes.WORD)) {
            for (var detection : answer.textDetections()) {
                if (detection.type() == type
                        && isInside(detection.geometry().boundingBox())
                        && told.add(place(detection))) {
                    texts.add(seen(detection));
                }
            }
        }
        texts.sort(Comparator.comparingDouble((SeenText text) -> text.box().height())
                .reversed());
        return Optional.of(texts);
    }

    private static boolean isComplete(TextDetection detection) {
        return detection.detectedText() != null
                && detection.confidence() != null
                && detection.geometry() != null
                && isComplete(detection.geometry().boundingBox());
    }

    private static boolean isComplete(@Nullable BoundingBox box) {
        return box != null && box.left() != null && box.top() != null && box.width() != null && box.height() != null;
    }

    /** A text at the very edge may lie outside by the service's rounding, and is then none that we could show. */
    private static boolean isInside(BoundingBox box) {
        return box.left() < 1
                && box.top() < 1
                && box.width() > 0
                && box.height() > 0
                && box.left() + box.width() > 0
                && box.top() + box.height() > 0;
    }

    private static String place(TextDetection detection) {
        return detection.detectedText() + " " + detection.geometry().boundingBox();
    }

    private static SeenText seen(TextDetection detection) {
        var box = detection.geometry().boundingBox();
        return new SeenText(
                detection.detectedText(),
                Box.clipped(box.left(), box.top(), box.width(), box.height()),
                new Confidence(Math.clamp(detection.confidence() / 100.0, 0.0, 1.0)),
                List.of());
    }
}
