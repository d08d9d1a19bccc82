package passby.core.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import passby.core.policy.AlertingRules;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.RecognizerOrder;
import passby.core.policy.SearchRules;
import passby.core.retention.ImageRetention;
import passby.core.retention.NonHitRetention;
import passby.core.search.Offence;
import passby.core.testing.TestData;

/** What is told must be what is enforced: each sentence follows its member of the document. */
final class UsagePolicyTest {
    private static String told(EffectivePolicy policy) {
        return UsagePolicy.text(policy);
    }

    private static EffectivePolicy asking(EffectivePolicy policy, RecognizerOrder order) {
        return asking(policy, order, policy.searches());
    }

    private static EffectivePolicy asking(EffectivePolicy policy, SearchRules searches) {
        return asking(policy, policy.order(), searches);
    }

    private static EffectivePolicy asking(EffectivePolicy policy, RecognizerOrder order, SearchRules searches) {
        return new EffectivePolicy(
                EffectivePolicy.FORMAT,
                policy.version(),
                policy.cityId(),
                policy.agency(),
                policy.ori(),
                policy.profile(),
                policy.nonHitRetention(),
                policy.hitRetention(),
                policy.imageRetention(),
                policy.cameraUploadRate(),
                order,
                policy.capture(),
                policy.bounds(),
                policy.alerting(),
                policy.records(),
                policy.zones(),
                policy.readers(),
                searches);
    }

    @ParameterizedTest
    @EnumSource(NonHitRetention.class)
    void howLongAReadIsKeptIsToldAsItIsEnforced(NonHitRetention retention) {
        var days = retention.duration().toDays();
        var kept = retention.isFlush() ? "never stored" : days == 1 ? "1 day" : days + " days";

        assertThat(told(TestData.policy(retention))).contains("| read that matched no list | " + kept + " |");
    }

    @Test
    void hitsAndPicturesHaveClocksOfTheirOwn() {
        var policy = TestData.withHitRetention(
                TestData.withImageRetention(TestData.policy(NonHitRetention.DAYS_21), ImageRetention.DAYS_3),
                Duration.ofDays(365));

        assertThat(told(policy))
                .contains(
                        "| hit, its steps, its read | 365 days |",
                        "| pictures | as long as their read, at most 3 days |",
                        "| who searched for what, and why | 732 days |");
    }

    @Test
    void everyGroundOfASearchAndEveryProhibitedPurposeIsNamed() {
        var told = told(TestData.policy(NonHitRetention.DAYS_7));

        assertThat(Offence.values()).allSatisfy(offence -> assertThat(told).contains("(" + offence.code() + ")"));
        assertThat(told)
                .contains("immigration, reproductive care, gender-affirming care, protest, worship, union activity");
    }

    @Test
    void immigrationViolatorsAreRefusedUnlessTheCityNamesTheirFile() {
        var usual = TestData.policy(NonHitRetention.DAYS_7);

        assertThat(told(usual)).contains("immigration violators (N) among them");
        assertThat(told(TestData.withAlerting(usual, new AlertingRules(true, "ABFLMNPRVW", Duration.ofMinutes(5)))))
                .contains("L, M, N, P")
                .doesNotContain("immigration violators (N)");
    }

    @Test
    void whereNoPictureGoesToRekognitionNobodySaysSo() {
        var alone = TestData.policy(NonHitRetention.DAYS_7);

        assertThat(told(alone)).contains("by the city's own program alone").doesNotContain("Rekognition");
        assertThat(told(asking(alone, RecognizerOrder.REKOGNITION_FIRST)))
                .contains("Amazon Rekognition (rekognition-first)");
    }

    @Test
    void fromWhichAgeASearchNeedsAWarrantIsToldWhereTheCityAsksForOne() {
        var policy = TestData.policy(NonHitRetention.DAYS_30);

        assertThat(told(policy)).doesNotContain("warrant or");
        assertThat(told(asking(policy, new SearchRules(72))))
                .contains(
                        "Reads older than 72 hours are searched and opened only with the number of a warrant or of a court's order.");
    }
}
