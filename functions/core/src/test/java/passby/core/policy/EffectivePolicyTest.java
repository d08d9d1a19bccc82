package passby.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import passby.core.id.Digests;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RetentionClass;
import passby.core.testing.TestData;

final class EffectivePolicyTest {
    private final EffectivePolicy policy = TestData.policy(NonHitRetention.DAYS_7);

    @Test
    void theHashIsThatOfTheDocument() {
        assertThat(policy.hash()).isEqualTo(Digests.sha256Hex(policy.canonical()));
        assertThat(policy.canonical())
                .startsWith("{\"agency\":")
                .contains("\"nonHitRetention\":\"7d\"", "\"hitRetentionDays\":90", "\"searchWindowDays\":30");
    }

    @Test
    void everyChangeChangesTheHash() {
        assertThat(TestData.policy(2, NonHitRetention.DAYS_7).hash()).isNotEqualTo(policy.hash());
        assertThat(TestData.policy(NonHitRetention.FLUSH).hash()).isNotEqualTo(policy.hash());
        assertThat(TestData.withHitRetention(policy, Duration.ofDays(91)).hash())
                .isNotEqualTo(policy.hash());
        assertThat(TestData.withBounds(
                                policy,
                                new Bounds(
                                        Duration.ofDays(29),
                                        500,
                                        100,
                                        30,
                                        Duration.ofMinutes(2),
                                        90,
                                        Duration.ofDays(1)))
                        .hash())
                .isNotEqualTo(policy.hash());
    }

    @Test
    void eachClassHasItsRetention() {
        assertThat(policy.retention(RetentionClass.NON_HIT)).isEqualTo(Duration.ofDays(7));
        assertThat(policy.retention(RetentionClass.HIT)).isEqualTo(Duration.ofDays(90));
    }

    @ParameterizedTest
    @EnumSource
    void everyOrderIsParsedFromItsWord(RecognizerOrder order) {
        assertThat(RecognizerOrder.parse(order.word())).contains(order);
    }

    @ParameterizedTest
    @EnumSource
    void everyRetentionIsParsedFromItsWord(NonHitRetention retention) {
        assertThat(NonHitRetention.parse(retention.word())).contains(retention);
        assertThat(retention.isFlush()).isEqualTo(retention.duration().isZero());
    }

    @Test
    void aRetentionOutsideTheListIsNone() {
        assertThat(NonHitRetention.parse("365d")).isEmpty();
        assertThat(NonHitRetention.parse("")).isEmpty();
    }
}
