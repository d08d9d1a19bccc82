package passby.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryType;
import passby.core.retention.ImageRetention;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RecordClocks;
import passby.core.testing.TestData;
import passby.core.zone.AZone;
import passby.core.zone.ZoneKind;

/** What every {@link PolicyDocuments} does. */
public abstract class PolicyDocumentsContract {
    /** Without any document: a store of its own for each test. */
    protected abstract PolicyDocuments documents();

    private Commit put(EffectivePolicy policy) {
        return documents().put(policy, TestData.entry(EntryType.POLICY_CHANGED));
    }

    private void given(EffectivePolicy policy) {
        assertThat(put(policy)).isInstanceOf(Commit.Done.class);
    }

    @Test
    void aDocumentIsReadAsItWasStored() {
        var pictures = TestData.withImageRetention(
                TestData.withCameraUploadRate(TestData.policy(NonHitRetention.DAYS_21), 30), ImageRetention.DAYS_3);
        var policy = TestData.withBounds(
                TestData.withHitRetention(pictures, Duration.ofDays(120)),
                new Bounds(Duration.ofDays(21), 400, 50, 20, Duration.ofSeconds(90), 85, Duration.ofHours(12)));
        given(policy);

        assertThat(documents().current()).isEqualTo(policy);
        assertThat(documents().current().hash()).isEqualTo(policy.hash());
    }

    @Test
    void aDocumentWithRulesOfListsAndAlertsIsReadAsItWasStored() {
        var rules = new AlertingRules(false, "NV", Duration.ofMinutes(10));
        var policy = TestData.withAlerting(TestData.policy(NonHitRetention.DAYS_21), rules);
        given(policy);

        assertThat(documents().current()).isEqualTo(policy);
        assertThat(documents().current().alerting().fileCodes()).isEqualTo("NV");
    }

    @Test
    void aDocumentWithClocksOfRecordsIsReadAsItWasStored() {
        var policy = TestData.withRecords(TestData.policy(NonHitRetention.DAYS_21), new RecordClocks(90, 1827, 7305));
        given(policy);

        assertThat(documents().current()).isEqualTo(policy);
        assertThat(documents().current().records().ledgerDays()).isEqualTo(7305);
    }

    @Test
    void aDocumentWithExcludedZonesIsReadAsItWasStored() {
        var court = AZone.of("court", ZoneKind.COURT, AZone.square(2_000), AZone.square(500));
        var policy = TestData.withZones(TestData.policy(NonHitRetention.DAYS_21), AZone.school("school-12"), court);
        given(policy);

        assertThat(documents().current()).isEqualTo(policy);
        assertThat(documents().current().hash()).isEqualTo(policy.hash());
    }

    @Test
    void aDocumentWithRulesOfReadersIsReadAsItWasStored() {
        var policy = TestData.withReaders(TestData.policy(NonHitRetention.DAYS_21), new ReaderRules(10, 8, 30));
        given(policy);

        assertThat(documents().current()).isEqualTo(policy);
        assertThat(documents().current().readers().floor()).isEqualTo(30);
        assertThat(documents().current().hash()).isEqualTo(policy.hash());
    }

    @Test
    void rulesOfSearchesAreReadBackAsTheyWere() {
        var policy = TestData.withSearches(TestData.policy(NonHitRetention.DAYS_7), new SearchRules(72));
        given(policy);

        assertThat(documents().current()).isEqualTo(policy);
        assertThat(documents().current().hash()).isEqualTo(policy.hash());
    }

    @Test
    void theNewestVersionRules() {
        for (var version = 1; version <= 11; version++) {
            given(TestData.policy(version, NonHitRetention.DAYS_7));
        }
        given(TestData.policy(12, NonHitRetention.FLUSH));

        assertThat(documents().current()).isEqualTo(TestData.policy(12, NonHitRetention.FLUSH));
    }

    @Test
    void aVersionThatRuledBeforeIsFoundByItsHash() {
        var first = TestData.policy(1, NonHitRetention.DAYS_7);
        var second = TestData.policy(2, NonHitRetention.DAYS_3);
        var third = TestData.policy(3, NonHitRetention.FLUSH);
        List.of(first, second, third).forEach(this::given);

        assertThat(documents().withHash(first.hash())).contains(first);
        assertThat(documents().withHash(second.hash())).contains(second);
        assertThat(documents().withHash(third.hash())).contains(third);
    }

    @Test
    void aHashThatNoVersionHasIsNobodys() {
        given(TestData.policy(1, NonHitRetention.DAYS_7));

        assertThat(documents()
                        .withHash(TestData.policy(2, NonHitRetention.DAYS_7).hash()))
                .isEmpty();
        assertThat(documents().find(2)).isEmpty();
    }

    @Test
    void aNewVersionRulesAtTheNextLook() {
        given(TestData.policy(1, NonHitRetention.DAYS_7));
        documents().current();

        given(TestData.policy(2, NonHitRetention.FLUSH));

        assertThat(documents().current().nonHitRetention()).isEqualTo(NonHitRetention.FLUSH);
    }

    @Test
    void aDocumentOfTheOldFormatKeepsItsHash() {
        var old = TestData.policyOfFormat1(1, NonHitRetention.DAYS_7);
        given(old);

        assertThat(documents().current()).isEqualTo(old);
        assertThat(documents().current().canonical()).isEqualTo(old.canonical());
    }

    @Test
    void aVersionThatDoesNotFollowTheOneInForceIsAConflict() {
        given(TestData.policy(1, NonHitRetention.DAYS_7));

        assertThat(put(TestData.policy(1, NonHitRetention.DAYS_30))).isEqualTo(new Commit.Conflict());
        assertThat(put(TestData.policy(3, NonHitRetention.DAYS_30))).isEqualTo(new Commit.Conflict());

        assertThat(documents().current()).isEqualTo(TestData.policy(1, NonHitRetention.DAYS_7));
    }

    @Test
    void withoutADocumentThereIsNoAnswer() {
        assertThat(documents().find()).isEmpty();
        assertThatThrownBy(() -> documents().current()).isInstanceOf(RuntimeException.class);
    }
}
