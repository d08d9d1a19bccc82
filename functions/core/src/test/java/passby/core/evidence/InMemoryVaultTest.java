package passby.core.evidence;

final class InMemoryVaultTest extends VaultContract {
    private final InMemoryVault vault = new InMemoryVault();

    @Override
    protected Vault vault() {
        return vault;
    }
}
