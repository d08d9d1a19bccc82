package passby.aws.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import passby.core.redate.BackstopDays;
import passby.core.redate.PictureBackstops;
import passby.core.retention.RowClock;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Lifecycle rules by prefix. The template makes them with the longest retention that Passby offers. */
public final class S3PictureBackstops implements PictureBackstops {
    private static final String NONE = "NoSuchLifecycleConfiguration";
    private static final String NON_HITS = prefix(RowClock.NON_HIT);
    private static final String HITS = prefix(RowClock.HIT);

    private final S3Client s3;
    private final String bucket;

    public S3PictureBackstops(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    private static String prefix(RowClock clock) {
        return "c/" + clock.code() + "/";
    }

    @Override
    public Optional<BackstopDays> find() {
        var rules = rules();
        return days(rules, NON_HITS).flatMap(nonHits -> days(rules, HITS).map(hits -> new BackstopDays(nonHits, hits)));
    }

    private static Optional<Integer> days(List<LifecycleRule> rules, String prefix) {
        return rules.stream()
                .filter(rule -> prefix(rule).equals(prefix) && rule.status() == ExpirationStatus.ENABLED)
                .flatMap(rule -> Optional.ofNullable(rule.expiration()).stream())
                .flatMap(expiration -> Optional.ofNullable(expiration.days()).stream())
                .findFirst();
    }

    @Override
    public void put(BackstopDays days) {
        var rules = new ArrayList<>(rules());
        rules.removeIf(rule -> prefix(rule).equals(NON_HITS) || prefix(rule).equals(HITS));
        rules.add(rule(NON_HITS, days.nonHits()));
        rules.add(rule(HITS, days.hits()));
        s3.putBucketLifecycleConfiguration(
                put -> put.bucket(bucket).lifecycleConfiguration(configuration -> configuration.rules(rules)));
    }

    private List<LifecycleRule> rules() {
        try {
            return s3.getBucketLifecycleConfiguration(get -> get.bucket(bucket)).rules();
        } catch (S3Exception e) {
            if (NONE.equals(e.awsErrorDetails().errorCode())) {
                return List.of();
            }
            throw e;
        }
    }

    /** S3 tells it in either of two places. */
    @SuppressWarnings("deprecation")
    private static String prefix(LifecycleRule rule) {
        var filtered = rule.filter() == null ? null : rule.filter().prefix();
        var plain = filtered == null ? rule.prefix() : filtered;
        return plain == null ? "" : plain;
    }

    private static LifecycleRule rule(String prefix, int days) {
        return LifecycleRule.builder()
                .id("backstop-" + prefix.replace('/', '-'))
                .status(ExpirationStatus.ENABLED)
                .filter(filter -> filter.prefix(prefix))
                .expiration(expiration -> expiration.days(days))
                .build();
    }
}
