package passby.core.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * One token for each push service, used for half of its life: an alert to a hundred officers costs one signature of KMS for each
 * service, not for each officer.
 */
public final class PushTokens {
    private final ConcurrentMap<String, Issued> byService = new ConcurrentHashMap<>();
    private final PushSigner signer;
    private final String contact;
    private final Clock clock;

    private record Issued(String authorization, Instant renewAt) {}

    /** @param contact that push services are told, {@code https:} or {@code mailto:} */
    public PushTokens(PushSigner signer, String contact, Clock clock) {
        this.signer = signer;
        this.contact = contact;
        this.clock = clock;
    }

    /** The value of the header {@code Authorization} for this service. */
    public String authorization(PushEndpoint endpoint) {
        var now = clock.instant();
        return byService
                .compute(
                        endpoint.origin(),
                        (_, issued) -> issued != null && now.isBefore(issued.renewAt()) ? issued : issue(endpoint, now))
                .authorization();
    }

    private Issued issue(PushEndpoint endpoint, Instant now) {
        return new Issued(
                PushToken.authorization(signer, endpoint, contact, now), now.plus(PushToken.LIFE.dividedBy(2)));
    }
}
