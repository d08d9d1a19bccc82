package passby.local.bridge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import passby.core.picture.Jpeg;
import passby.core.plate.Plate;

/** What a camera's maker sent, understood. */
sealed interface Webhook {
    /**
     * Plates that were read in one moment.
     *
     * @param camera the maker's own name of it
     * @param capturedAt by the camera's clock
     * @param pass the maker's own name of the vehicle's passage, or null
     * @param engine what read, and its version
     * @param plates at least one
     * @param picture a JPEG that shows them, or null
     */
    record Seen(
            String camera,
            Instant capturedAt,
            @Nullable String pass,
            Engine engine,
            List<SeenPlate> plates,
            @Nullable Jpeg picture)
            implements Webhook {
        public Seen {
            plates = List.copyOf(plates);
        }

        /** The same with a picture that came beside the message; one that is inside it stands. */
        Seen with(@Nullable Jpeg beside) {
            return picture == null ? new Seen(camera, capturedAt, pass, engine, plates, beside) : this;
        }

        /** Nobody prints what was read. */
        @Override
        public String toString() {
            return "Seen[" + engine.name() + ", " + plates.size() + " plates]";
        }
    }

    /** Understood, and nothing to send: a sign of life, or a vehicle without a plate. */
    record Nothing() implements Webhook {}

    /** What read the plate, by the names that the city stores. */
    record Engine(String name, String version) {}

    /**
     * @param texts the likeliest first, at most five
     * @param state that issued the plate, or null where the maker does not tell
     */
    record SeenPlate(List<Text> texts, @Nullable State state) {
        public SeenPlate {
            texts = List.copyOf(texts);
        }
    }

    /** @param confidence 0 to 1 */
    record Text(Plate plate, double confidence) {}

    /** @param code two letters of one of the United States; other countries are left out, for Canada's code is California's */
    record State(String code, double confidence) {}

    /** The message cannot be what its maker sends, or holds what no camera reads. The sentence tells nothing of its content. */
    final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String sentence) {
            super(sentence, null, false, false);
        }
    }
}
