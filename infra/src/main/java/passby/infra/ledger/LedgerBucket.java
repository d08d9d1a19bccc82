package passby.infra.ledger;

import java.util.List;
import java.util.Map;
import passby.aws.api.Bucket;
import passby.infra.findings.AcknowledgedFindings;
import passby.infra.naming.Names;
import passby.infra.store.ClosedBucket;
import passby.infra.store.Keys;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/**
 * The log and its public copy. Objects are locked one by one, by the function that writes them: full files for years, partial ones not
 * at all. Those carry a tag and go after a month, when the full ones have long been there.
 */
public final class LedgerBucket extends Construct {
    /** Longer than the public copy is late, by far. */
    private static final Duration PASSING = Duration.days(30);

    private static final String REASON_FOR_NO_ACCESS_LOG =
            "Whoever reads the log is nobody's business, and whoever writes it is in CloudTrail.";

    /** @param locks false for a bucket of tests, which somebody wants to delete again */
    public LedgerBucket(Construct scope, Names names, Keys keys, boolean locks) {
        super(scope, "Ledger");
        var bucket = new ClosedBucket(names, keys, Bucket.LEDGER)
                .in(
                        this,
                        true,
                        locks,
                        List.of(
                                LifecycleRule.builder()
                                        .id("passing")
                                        .tagFilters(Map.of("passing", "true"))
                                        .expiration(PASSING)
                                        .build(),
                                LifecycleRule.builder()
                                        .id("earlier-checkpoints")
                                        .noncurrentVersionExpiration(PASSING)
                                        .build()));
        AcknowledgedFindings.on(bucket)
                .checkov("CKV_AWS_18", REASON_FOR_NO_ACCESS_LOG)
                .nag("AwsSolutions-S1", REASON_FOR_NO_ACCESS_LOG);
    }
}
