package passby.core.capture;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Spent tokens in memory; none is ever forgotten. */
public final class InMemorySpentTokens implements SpentTokens {
    private record Token(String cameraId, String tokenId) {}

    private final Set<Token> spent = ConcurrentHashMap.newKeySet();

    @Override
    public boolean spend(String cameraId, String tokenId, Instant expiresAt) {
        return spent.add(new Token(cameraId, tokenId));
    }
}
