package passby.core.conduct;

import java.time.Instant;

/**
 * Something that a person did and that could be misuse, as far as it is kept to be compared: no plate, no name, no text.
 *
 * @param entryId of the ledger's entry that it was found in
 * @param person key of who did it ({@link ConductKeys#person})
 * @param target key of the plate, the pattern, the cameras or the request that it was about; empty for none
 * @param caseKey key of the stated case; empty for none
 * @param device key of the device's own name; empty for none
 * @param refused whether the city refused it
 * @param prohibited whether it was refused because its purpose is prohibited or private
 */
public record Act(
        String entryId,
        Instant at,
        Kind kind,
        String person,
        String target,
        String caseKey,
        String device,
        boolean refused,
        boolean prohibited) {
    /** What was done. */
    public enum Kind {
        /** Of one plate or of a pattern. */
        SEARCH,
        CAMERA_SEARCH,
        /** A row or its picture was opened. */
        VIEW,
        /** A hit or its picture was opened: an officer's daily work, unless it is a hit of an entry of their own. */
        HIT_VIEW,
        /** The picture of a hit was said not to show the listed plate. */
        HIT_REJECTED,
        /** A plate was put on the city's own list. */
        LIST_ENTRY,
        /** Something was asked that needs a second person. */
        REQUEST,
        /** The second person decided. */
        DECISION,
        /** The access policies let the person do nothing of that kind at all. */
        DENIED,
        SIGN_IN;

        /** Whether a plate or a place is sought by it. */
        public boolean seeks() {
            return switch (this) {
                case SEARCH, CAMERA_SEARCH, VIEW, LIST_ENTRY -> true;
                case HIT_VIEW, HIT_REJECTED, REQUEST, DECISION, DENIED, SIGN_IN -> false;
            };
        }
    }

    public boolean seeks() {
        return kind.seeks() && !target.isEmpty();
    }
}
