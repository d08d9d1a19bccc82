package passby.aws.evidence;

import org.junit.jupiter.api.AfterAll;
import passby.aws.stub.S3ProxyServer;
import passby.core.evidence.Vault;
import passby.core.evidence.VaultContract;

/** Without locks, which the server of tests does not know; see {@link S3VaultLocksTest}. */
final class S3VaultIT extends VaultContract {
    private static final String BUCKET = "evidence";
    private static final S3ProxyServer S3 = S3ProxyServer.start(BUCKET);

    private final S3Vault vault = new S3Vault(S3.client(), BUCKET, false);

    @AfterAll
    static void stop() {
        S3.close();
    }

    @Override
    protected Vault vault() {
        return vault;
    }
}
