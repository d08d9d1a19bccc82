package passby.infra.evidence;

import java.util.List;
import passby.aws.api.Bucket;
import passby.infra.findings.AcknowledgedFindings;
import passby.infra.naming.Names;
import passby.infra.store.ClosedBucket;
import passby.infra.store.Keys;
import software.constructs.Construct;

/**
 * Copies of held reads. Each version is locked in governance mode by the function that writes it; the one that ends holds may
 * delete it before its date, and nobody else.
 */
public final class EvidenceBucket extends Construct {
    private static final String REASON_FOR_NO_ACCESS_LOG =
            "Who took a package is in the ledger, and an access log would name its case to administrators.";

    /** @param locks false for a bucket of tests, which somebody wants to delete again */
    public EvidenceBucket(Construct scope, Names names, Keys keys, boolean locks) {
        super(scope, "Evidence");
        var bucket = new ClosedBucket(names, keys, Bucket.EVIDENCE).in(this, locks, locks, List.of());
        var findings = AcknowledgedFindings.on(bucket)
                .checkov("CKV_AWS_18", REASON_FOR_NO_ACCESS_LOG)
                .nag("AwsSolutions-S1", REASON_FOR_NO_ACCESS_LOG);
        if (!locks) {
            findings.checkov("CKV_AWS_21", "A bucket of tests.");
        }
    }
}
