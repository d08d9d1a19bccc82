package passby.infra.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import passby.infra.findings.AcknowledgedFindings;
import passby.infra.naming.Names;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/**
 * A closed bucket without versions, because deletion is to be
 * real; without CORS, because no browser comes here.
 */
public final class PrivateBucket extends Construct {
    private final CfnBucket bucket;

    /**
     * @param which of the city's buckets
     * @param backstops by prefix, after how long S3 itself deletes what the city forgot to; none where files are kept for good
     */
    public PrivateBucket(
            Construct scope,
            String id,
            Names names,
            Keys keys,
            passby.aws.api.Bucket which,
            Map<String, Duration> backstops) {
        super(scope, id);
        bucket = new ClosedBucket(names, keys, which).in(this, false, false, rules(backstops));
        AcknowledgedFindings.on(bucket)
                .checkov(
                        "CKV_AWS_18",
                        "An access log would keep which camera saw something when, after the picture is gone.")
                .checkov("CKV_AWS_21", "A version would keep what was deleted.")
                .nag(
                        "AwsSolutions-S1",
                        "An access log would keep which camera saw something when, after the picture is gone.");
    }

    private static List<LifecycleRule> rules(Map<String, Duration> backstops) {
        var rules = new ArrayList<LifecycleRule>();
        new TreeMap<>(backstops)
                .forEach((prefix, backstop) -> rules.add(LifecycleRule.builder()
                        .id("backstop-" + prefix.replace('/', '-'))
                        .prefix(prefix)
                        .expiration(backstop)
                        .build()));
        return rules;
    }

    public CfnBucket bucket() {
        return bucket;
    }
}
