package passby.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import passby.core.governance.CityParameters;
import passby.core.id.Digests;
import passby.core.retention.ImageRetention;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RecordClocks;
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

    /** Whoever recomputes the hash of an entry of 2026 must find it, whatever documents say today. */
    @Test
    void aDocumentOfTheOldFormatIsReproducedToTheLetter() {
        var old = TestData.policyOfFormat1(3, NonHitRetention.DAYS_7);

        assertThat(old.canonical())
                .isEqualTo("{\"agency\":\"Springfield Police Department\",\"bounds\":{\"clockSkewSeconds\":120,"
                        + "\"confidentPercent\":90,\"pageRows\":100,\"searchRows\":500,\"searchWindowDays\":30,"
                        + "\"searchesPerHour\":30,\"unapprovedEntryHours\":24},\"cityId\":\"springfield\","
                        + "\"hitRetentionDays\":90,\"nonHitRetention\":\"7d\",\"ori\":\"XX0000000\","
                        + "\"profile\":\"default\",\"recognizerOrder\":\"container-only\",\"v\":1,\"version\":3}");
        assertThat(old.hash()).isEqualTo("c5b316f83b1db71fa9bdd7f99b4ab8bfe3d7f96f6f0b8420325d55172422aa42");
    }

    @Test
    void theOldFormatCannotSayWhatItDoesNotKnow() {
        var old = TestData.policyOfFormat1(1, NonHitRetention.DAYS_7);

        assertThatThrownBy(() -> TestData.withCameraUploadRate(old, 60)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TestData.withImageRetention(old, ImageRetention.DAYS_1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDocumentTellsHowLongPicturesAreShownAndHowOftenACameraMayUpload() {
        var bounded = TestData.withImageRetention(TestData.withCameraUploadRate(policy, 30), ImageRetention.DAYS_3);

        assertThat(bounded.canonical()).contains("\"v\":3", "\"imageRetention\":\"3d\"", "\"cameraUploadRate\":30");
        assertThat(bounded.hash()).isNotEqualTo(policy.hash());
    }

    @Test
    void aDocumentOfTheSecondFormatIsReproducedToTheLetter() {
        var old = CityParameters.of(policy).policy(1, Bounds.DEFAULT);

        assertThat(old.format()).isEqualTo(2);
        assertThat(old.canonical())
                .isEqualTo("{\"agency\":\"Springfield Police Department\",\"bounds\":{\"clockSkewSeconds\":120,"
                        + "\"confidentPercent\":90,\"pageRows\":100,\"searchRows\":500,\"searchWindowDays\":30,"
                        + "\"searchesPerHour\":30,\"unapprovedEntryHours\":24},\"cameraUploadRate\":120,"
                        + "\"cityId\":\"springfield\",\"hitRetentionDays\":90,\"imageRetention\":\"as-read\","
                        + "\"nonHitRetention\":\"7d\",\"ori\":\"XX0000000\",\"profile\":\"default\","
                        + "\"recognizerOrder\":\"container-only\",\"v\":2,\"version\":1}");
    }

    @Test
    void captureThatIsSwitchedOffNeedsTheNewFormat() {
        var off = TestData.withCapture(policy, CaptureSwitch.OFF);

        assertThat(CityParameters.of(off).policy(2, Bounds.DEFAULT).format()).isEqualTo(3);
        assertThat(off.canonical()).contains("\"capture\":\"off\"");
        assertThatThrownBy(() ->
                        TestData.withCapture(CityParameters.of(policy).policy(1, Bounds.DEFAULT), CaptureSwitch.OFF))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rulesOfListsAndAlertsNeedTheNewestFormatAndStandInTheDocument() {
        var rules = new AlertingRules(false, "VNP", Duration.ofMinutes(2));
        var ruled = TestData.withAlerting(policy, rules);

        assertThat(CityParameters.of(ruled).policy(2, policy.bounds()).format()).isEqualTo(4);
        assertThat(ruled.canonical())
                .contains("\"alerting\":{\"escalateAfterMinutes\":2,\"fileCodes\":\"NPV\","
                        + "\"outsideLists\":\"refused\"}");
        assertThat(policy.alerting()).isEqualTo(AlertingRules.DEFAULT);
        assertThat(policy.canonical()).doesNotContain("alerting");
        assertThat(CityParameters.of(policy).policy(2, policy.bounds()).format())
                .isLessThan(4);
    }

    @Test
    void aDocumentBelowTheNewestFormatHasNoRulesOfListsAndAlerts() {
        var rules = new AlertingRules(true, "V", Duration.ofMinutes(5));

        assertThatThrownBy(() -> TestData.written(3, policy, rules, policy.records()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rulesOfReadersNeedTheNewestFormatAndStandInTheDocument() {
        var ruled = TestData.withReaders(policy, new ReaderRules(50, 3, 100));

        assertThat(CityParameters.of(ruled).policy(2, policy.bounds()).format()).isEqualTo(7);
        assertThat(ruled.canonical())
                .contains("\"readers\":{\"floor\":100,\"misreadLimitPercent\":3,\"sampleShareThousandths\":50}");
        assertThat(policy.readers()).isEqualTo(ReaderRules.DEFAULT);
        assertThat(policy.canonical()).doesNotContain("readers");
    }

    @Test
    void rulesOfSearchesNeedTheNewestFormatAndStandInTheDocument() {
        var ruled = TestData.withSearches(policy, new SearchRules(72));

        assertThat(CityParameters.of(ruled).policy(2, policy.bounds()).format()).isEqualTo(EffectivePolicy.FORMAT);
        assertThat(ruled.canonical()).contains("\"searches\":{\"warrantAfterHours\":72}");
        assertThat(policy.canonical()).doesNotContain("\"searches\"");
        assertThatThrownBy(() -> new EffectivePolicy(
                        7,
                        1,
                        ruled.cityId(),
                        ruled.agency(),
                        ruled.ori(),
                        ruled.profile(),
                        ruled.nonHitRetention(),
                        ruled.hitRetention(),
                        ruled.imageRetention(),
                        ruled.cameraUploadRate(),
                        ruled.order(),
                        ruled.capture(),
                        ruled.bounds(),
                        ruled.alerting(),
                        ruled.records(),
                        ruled.zones(),
                        ruled.readers(),
                        ruled.searches()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rulesOfReadersOutsideOfTheirBoundsAreRefused() {
        assertThatThrownBy(() -> new ReaderRules(0, 5, 50)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReaderRules(20, 11, 50)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReaderRules(20, 5, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void clocksOfRecordsNeedTheNewestFormatAndStandInTheDocument() {
        var ruled = TestData.withRecords(policy, new RecordClocks(30, 1096, 3653));

        assertThat(CityParameters.of(ruled).policy(2, policy.bounds()).format()).isEqualTo(5);
        assertThat(ruled.canonical())
                .contains("\"records\":{\"hotListEntryDays\":30,\"ledgerDays\":3653,\"searchRecordDays\":1096}");
        assertThat(ruled.clocks().searchRecord()).isEqualTo(Duration.ofDays(1096));
        assertThat(ruled.clocks().listEntry()).isEqualTo(Duration.ofDays(30));
        assertThat(policy.canonical()).doesNotContain("records");
        assertThat(policy.clocks().searchRecord()).isEqualTo(Duration.ofDays(732));
    }

    @Test
    void aDocumentBelowTheNewestFormatHasNoClocksOfRecords() {
        assertThatThrownBy(() -> TestData.written(4, policy, policy.alerting(), new RecordClocks(30, 732, 2557)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 732, 2557", "365, 731, 2557", "365, 2557, 1827"})
    void auditRecordsAreKeptTwoYearsAndTheLedgerAsLong(int listEntry, int searchRecord, int ledger) {
        assertThatThrownBy(() -> new RecordClocks(listEntry, searchRecord, ledger))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPictureIsNeverShownLongerThanItsRead() {
        assertThat(policy.pictureRetention(RetentionClass.NON_HIT)).isEqualTo(Duration.ofDays(7));
        assertThat(policy.pictureRetention(RetentionClass.HIT)).isEqualTo(Duration.ofDays(90));
        var shorter = TestData.withImageRetention(policy, ImageRetention.DAYS_30);
        assertThat(shorter.pictureRetention(RetentionClass.NON_HIT)).isEqualTo(Duration.ofDays(7));
        assertThat(shorter.pictureRetention(RetentionClass.HIT)).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void eachClassHasItsRetention() {
        assertThat(policy.retention(RetentionClass.NON_HIT)).isEqualTo(Duration.ofDays(7));
        assertThat(policy.retention(RetentionClass.HIT)).isEqualTo(Duration.ofDays(90));
    }

    @ParameterizedTest
    @EnumSource
    void everyOrderIsParsedFromItsWord(RecognizerOrder order) {
        assertThat(RecognizerOrder.parse(order.code())).contains(order);
    }

    @ParameterizedTest
    @EnumSource
    void everyRetentionIsParsedFromItsWord(NonHitRetention retention) {
        assertThat(NonHitRetention.parse(retention.code())).contains(retention);
        assertThat(retention.isFlush()).isEqualTo(retention.duration().isZero());
    }

    @Test
    void aRetentionOutsideTheListIsNone() {
        assertThat(NonHitRetention.parse("365d")).isEmpty();
        assertThat(NonHitRetention.parse("")).isEmpty();
    }
}
