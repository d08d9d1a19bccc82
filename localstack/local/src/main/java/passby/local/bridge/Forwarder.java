package passby.local.bridge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.local.camera.CameraClient;
import passby.local.camera.CameraImage;
import passby.local.camera.UploadResult;

/**
 * Hands what a camera saw to the city, signed with that camera's key. A picture is uploaded and the city reads it itself: what the
 * maker read is not sent then. Without a picture the maker's reads are posted.
 */
final class Forwarder {
    /** What became of it. */
    sealed interface Forwarded {
        /** @param count of pictures or reads that the city took */
        record Sent(String what, int count) implements Forwarded {}

        /** @param status of the city, or 0 where it did not answer */
        record Refused(int status) implements Forwarded {}

        /** No key is here for a camera of that name. */
        record UnknownCamera() implements Forwarded {}
    }

    private final Map<String, CameraClient> cameras;

    /** @param cameras by the maker's own names */
    Forwarder(Map<String, CameraClient> cameras) {
        this.cameras = Map.copyOf(cameras);
    }

    Forwarded forward(Webhook.Seen seen) throws InterruptedException {
        var camera = Optional.ofNullable(cameras.get(seen.camera()));
        if (camera.isEmpty()) {
            return new Forwarded.UnknownCamera();
        }
        try {
            return forward(seen, camera.get());
        } catch (IOException e) {
            return new Forwarded.Refused(0);
        }
    }

    private static Forwarded forward(Webhook.Seen seen, CameraClient camera) throws IOException, InterruptedException {
        var picture = seen.picture();
        if (picture == null) {
            return answer("read", camera.post(reads(seen)));
        }
        var facts = CameraImage.Facts.inPlace(seen.capturedAt(), seen.pass());
        return answer("picture", camera.send(List.of(new CameraImage(picture.bytes(), facts))));
    }

    private static Forwarded answer(String what, List<UploadResult> results) {
        var stored = (int)
                results.stream().filter(UploadResult.Stored.class::isInstance).count();
        return stored > 0
                ? new Forwarded.Sent(what, stored)
                : results.stream()
                        .map(Forwarder::status)
                        .map(Forwarded.Refused::new)
                        .findFirst()
                        .orElseGet(() -> new Forwarded.Refused(0));
    }

    private static int status(UploadResult result) {
        return switch (result) {
            case UploadResult.Refused refused -> refused.status();
            case UploadResult.NotStored notStored -> notStored.status();
            case UploadResult.Stored _ -> throw new IllegalArgumentException("not refused");
        };
    }

    private static List<ObjectNode> reads(Webhook.Seen seen) {
        var reads = new ArrayList<ObjectNode>();
        for (var plate : seen.plates()) {
            var read = JsonNodeFactory.instance.objectNode();
            // Two vehicles of one message are two passes.
            CameraImage.Facts.inPlace(seen.capturedAt(), seen.plates().size() == 1 ? seen.pass() : null)
                    .addTo(read);
            var candidates = read.putArray("candidates");
            plate.texts()
                    .forEach(text -> candidates
                            .addObject()
                            .put("plate", text.plate().raw())
                            .put("confidence", text.confidence()));
            addState(read, plate.state());
            read.put("engine", seen.engine().name());
            read.put("engineVersion", seen.engine().version());
            reads.add(read);
        }
        return reads;
    }

    private static void addState(ObjectNode read, Webhook.@Nullable State state) {
        if (state != null) {
            read.putObject("state").put("code", state.code()).put("confidence", state.confidence());
        }
    }
}
