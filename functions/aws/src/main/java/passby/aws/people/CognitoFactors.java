package passby.aws.people;

import java.util.function.Supplier;
import passby.core.people.Factors;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/**
 * Factors of the city's own pool. Without a preferred authenticator app in a pool that demands a second factor, the next sign-in sets one
 * up; the refresh tokens of before are revoked. A passkey stays: only its owner can delete it, and it opens nothing without a finger or
 * a PIN. Source: Amazon Cognito API Reference, AdminSetUserMFAPreference and AdminUserGlobalSignOut, which take the {@code sub} of a
 * local user for its name.
 */
public final class CognitoFactors implements Factors {
    /** In place of the id of a pool where the city's own issuer keeps factors. */
    public static final String NO_POOL = "none";

    private final Supplier<CognitoIdentityProviderClient> pools;
    private final String poolId;

    /** @param poolId or {@link #NO_POOL} */
    public CognitoFactors(Supplier<CognitoIdentityProviderClient> pools, String poolId) {
        this.pools = pools;
        this.poolId = poolId;
    }

    @Override
    public boolean areOurs() {
        return !poolId.equals(NO_POOL);
    }

    @Override
    public void reset(String personId) {
        try {
            pools.get()
                    .adminSetUserMFAPreference(change -> change.userPoolId(poolId)
                            .username(personId)
                            .softwareTokenMfaSettings(app -> app.enabled(false).preferredMfa(false)));
            pools.get().adminUserGlobalSignOut(end -> end.userPoolId(poolId).username(personId));
        } catch (UserNotFoundException e) {
            throw new IllegalStateException("the pool has no account of that person", e);
        }
    }
}
