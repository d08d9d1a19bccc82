package passby.core.capture;

import java.time.Instant;

/** Tokens that cameras used already. */
public interface SpentTokens {
    /**
     * True once for each camera and token id, false ever after. Throws when that cannot be told: an upload is then refused
     * for now, never let through.
     *
     * @param expiresAt of the token; a minute later it may be forgotten
     */
    boolean spend(String cameraId, String tokenId, Instant expiresAt);
}
