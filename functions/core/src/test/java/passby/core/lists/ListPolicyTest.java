package passby.core.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import passby.core.feed.FileCode;
import passby.core.policy.AlertingRules;
import passby.core.retention.NonHitRetention;
import passby.core.testing.TestData;

final class ListPolicyTest {
    private static ListPolicy of(AlertingRules rules) {
        return ListPolicy.of(TestData.withAlerting(TestData.policy(NonHitRetention.DAYS_7), rules));
    }

    @Test
    void aDocumentThatDoesNotSpeakOfListsRefusesImmigrationViolators() {
        var policy = ListPolicy.of(TestData.policy(NonHitRetention.DAYS_7));

        assertThat(policy).isEqualTo(ListPolicy.DEFAULT);
        assertThat(policy.fileCodes()).doesNotContain(FileCode.IMMIGRATION_VIOLATOR);
    }

    @Test
    void onlyTheFilesThatTheDocumentNamesAreAllowed() {
        var policy = of(new AlertingRules(true, "NV", Duration.ofMinutes(5)));

        assertThat(policy.fileCodes())
                .containsExactlyInAnyOrder(FileCode.IMMIGRATION_VIOLATOR, FileCode.STOLEN_VEHICLE);
        assertThat(policy.localOnly()).isFalse();
    }

    @Test
    void aCityWithoutOutsideListsIsLocalOnly() {
        assertThat(of(new AlertingRules(false, "V", Duration.ofMinutes(5))).localOnly())
                .isTrue();
    }
}
