package passby.core.read;

import java.util.List;
import passby.core.picture.Box;
import passby.core.picture.FrameRef;
import passby.core.picture.RejectReason;
import passby.core.plate.Confidence;
import passby.core.policy.RecognizerOrder;
import passby.core.recognition.Recognition;
import passby.core.recognition.Recognizer;
import passby.core.recognition.UnreadPlate;

/**
 * Asks the engines in the policy's order (B1): the second one when the first one's answer is weak, absent, or did not come
 * in time. What both saw is joined: a sure plate of the first is never lost by asking the second. What is wrong with the frame
 * itself is wrong for both.
 * A throttled engine is passed over at once, never waited for.
 */
public final class RecognizeInOrder {
    private final Recognizer rekognition;
    private final Recognizer container;

    public RecognizeInOrder(Recognizer rekognition, Recognizer container) {
        this.rekognition = rekognition;
        this.container = container;
    }

    /**
     * @param confident from which a reading needs no second look
     * @param captions zones of the frame whose text is never a plate (A12). They bind each engine alone: a caption that one took
     *     for a sure plate is no reason to ask nobody else
     */
    public Recognition handle(FrameRef frame, RecognizerOrder order, Confidence confident, List<Box> captions) {
        Recognizer ours = one -> besides(captions, container.read(one));
        Recognizer theirs = one -> besides(captions, rekognition.read(one));
        return switch (order) {
            case CONTAINER_ONLY -> ours.read(frame);
            case CONTAINER_FIRST -> inOrder(ours, theirs, frame, confident);
            case REKOGNITION_FIRST -> inOrder(theirs, ours, frame, confident);
        };
    }

    /** Without the plates whose middle lies in a caption. */
    private static Recognition besides(List<Box> captions, Recognition look) {
        if (captions.isEmpty() || !(look instanceof Recognition.Plates(var engine, var plates, var unread))) {
            return look;
        }
        var left = plates.stream()
                .filter(plate -> captions.stream()
                        .noneMatch(caption ->
                                caption.holds(plate.box().centreX(), plate.box().centreY())))
                .toList();
        return left.isEmpty() ? new Recognition.NoPlate(engine, unread) : new Recognition.Plates(engine, left, unread);
    }

    private static Recognition inOrder(Recognizer first, Recognizer second, FrameRef frame, Confidence confident) {
        var look = first.read(frame);
        return switch (look) {
            case Recognition.Gone gone -> gone;
            case Recognition.Rejected(var reason)
            when reason == RejectReason.TOO_SLOW -> better(look, second.read(frame));
            case Recognition.Rejected rejected -> rejected;
            case Recognition.Plates plates when isConfident(plates, confident) -> plates;
            case Recognition.Plates plates -> joined(plates, second.read(frame), confident);
            case Recognition.NoPlate nothing -> better(nothing, second.read(frame));
            case Recognition.Unavailable unavailable -> better(unavailable, second.read(frame));
        };
    }

    private static boolean isConfident(Recognition.Plates plates, Confidence confident) {
        return plates.plates().stream()
                .allMatch(plate -> plate.best().confidence().atLeast(confident));
    }

    /** Both looks together, where the second saw plates too; else the first stands, unless the frame is gone. */
    private static Recognition joined(Recognition.Plates first, Recognition second, Confidence confident) {
        return switch (second) {
            case Recognition.Plates plates -> JoinedLooks.of(first, plates, confident);
            case Recognition.Gone gone -> gone;
            case Recognition.NoPlate nothing -> withUnread(first, nothing.unread());
            case Recognition.Rejected _, Recognition.Unavailable _ -> first;
        };
    }

    /** The second look of a first one without plates: whichever of the two is an answer. */
    private static Recognition better(Recognition first, Recognition second) {
        return switch (second) {
            case Recognition.Plates plates -> withUnread(plates, unread(first));
            case Recognition.Gone gone -> gone;
            case Recognition.NoPlate nothing ->
                new Recognition.NoPlate(
                        nothing.engine(), JoinedLooks.unread(unread(first), nothing.unread(), List.of()));
            case Recognition.Rejected rejected -> first instanceof Recognition.Unavailable ? rejected : first;
            case Recognition.Unavailable unavailable -> first;
        };
    }

    private static Recognition withUnread(Recognition.Plates plates, List<UnreadPlate> others) {
        return new Recognition.Plates(
                plates.engine(), plates.plates(), JoinedLooks.unread(plates.unread(), others, plates.plates()));
    }

    private static List<UnreadPlate> unread(Recognition look) {
        return switch (look) {
            case Recognition.Plates plates -> plates.unread();
            case Recognition.NoPlate nothing -> nothing.unread();
            case Recognition.Rejected _, Recognition.Gone _, Recognition.Unavailable _ -> List.of();
        };
    }
}
