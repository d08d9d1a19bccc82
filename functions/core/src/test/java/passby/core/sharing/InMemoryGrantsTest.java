package passby.core.sharing;

import passby.core.ledger.InMemoryLedger;

/** {@link InMemoryGrants}. */
final class InMemoryGrantsTest extends GrantsContract {
    private final Grants grants = new InMemoryGrants(new InMemoryLedger());

    @Override
    protected Grants grants() {
        return grants;
    }
}
