package passby.core.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComparisonTest {
    @ParameterizedTest
    @CsvSource({
        "HotListEntryRetention, 365d, 30d",
        "NonHitRetention, 7d, 3d",
        "NonHitRetention, 1d, flush",
        "HitRetention, 365d, 180d",
        "ImageRetention, as-read, 90d",
        "ImageRetention, 7d, 1d",
        "RecognizerOrder, rekognition-first, container-first",
        "RecognizerOrder, container-first, container-only",
        "CameraUploadRate, 120, 60",
        "StateProfile, default, VA",
        "StateProfile, MN, ME",
        "OutsideLists, taken, refused",
        "ListFileCodes, NV, V",
        "EscalateAfter, 0, 30",
        "EscalateAfter, 10, 5",
        "MisreadLimit, 8, 5",
        "RateFloor, 100, 50",
        "WarrantAfter, 0, 720",
        "WarrantAfter, 168, 72",
    })
    void whatKeepsOrSendsLessIsATighteningAndItsOppositeALoosening(String name, String from, String to) {
        assertThat(compared(name, from, to).tightenings()).hasSize(1);
        assertThat(compared(name, from, to).loosenings()).isEmpty();
        assertThat(compared(name, to, from).tightenings()).isEmpty();
        assertThat(compared(name, to, from).loosenings()).hasSize(1);
    }

    /** Who is responsible changes: neither way is stricter. */
    @ParameterizedTest
    @CsvSource({
        "Agency, Springfield Police Department, Springfield Sheriff",
        "AgencyOri, XX0000000, XX0000001",
        "StateProfile, VA, WA",
        "StateProfile, default, CA",
    })
    void anotherAgencyOrAnotherProfileOfTheSameCeilingIsALooseningBothWays(String name, String from, String to) {
        assertThat(compared(name, from, to).loosenings()).hasSize(1);
        assertThat(compared(name, to, from).loosenings()).hasSize(1);
    }

    @Test
    void neitherALongerNorAShorterSearchRecordIsOnePersonsDecision() {
        assertThat(compared("SearchRecordRetention", "732d", "1827d").loosenings())
                .hasSize(1);
        assertThat(compared("SearchRecordRetention", "1827d", "732d").loosenings())
                .hasSize(1);
    }

    @Test
    void neitherALargerNorASmallerSampleIsOnePersonsDecision() {
        assertThat(compared("SampleShare", "20", "50").loosenings()).hasSize(1);
        assertThat(compared("SampleShare", "50", "20").loosenings()).hasSize(1);
    }

    @Test
    void aLongerLedgerCountsAtOnce() {
        assertThat(compared("LedgerRetention", "2557d", "3653d").tightenings()).hasSize(1);
    }

    @Test
    void fileCodesOfWhichOneIsNewAreALooseningHoweverManyGo() {
        assertThat(compared("ListFileCodes", "ABFV", "NV").loosenings()).hasSize(1);
    }

    @Test
    void theOrderInWhichFileCodesAreNamedIsNoChange() {
        var same = compared("ListFileCodes", "ABV", "VBAV");

        assertThat(same.tightenings()).isEmpty();
        assertThat(same.loosenings()).isEmpty();
    }

    @Test
    void whatSaysTheSameIsNoChange() {
        var same = compared("HitRetention", "365d", "365d");

        assertThat(same.tightenings()).isEmpty();
        assertThat(same.loosenings()).isEmpty();
    }

    @Test
    void eachFieldIsJudgedByItself() {
        var parameters = Parameters.with("NonHitRetention", "3d");
        parameters.put("CameraUploadRate", "600");
        parameters.put("ImageRetention", "1d");

        var compared = Comparison.of(Parameters.valid(Parameters.required()), Parameters.valid(parameters));

        assertThat(Change.string(compared.tightenings()))
                .isEqualTo("NonHitRetention: 7d to 3d; ImageRetention: as-read to 1d");
        assertThat(Change.string(compared.loosenings())).isEqualTo("CameraUploadRate: 120 to 600");
    }

    /** New Hampshire spares hits: other reads go sooner under it, and hits may stay longer than Virginia lets them. */
    @Test
    void aProfileThatRaisesTheCeilingOfHitsIsALoosening() {
        var virginia = Parameters.with("StateProfile", "VA");
        virginia.put("NonHitRetention", "flush");
        virginia.put("HitRetention", "21d");
        var newHampshire = new HashMap<>(virginia);
        newHampshire.put("StateProfile", "NH");

        var compared = Comparison.of(Parameters.valid(virginia), Parameters.valid(newHampshire));

        assertThat(Change.string(compared.loosenings())).isEqualTo("StateProfile: VA to NH");
    }

    private static Comparison compared(String name, String from, String to) {
        return Comparison.of(parameters(name, from), parameters(name, to));
    }

    private static CityParameters parameters(String name, String value) {
        var parameters = Parameters.with("NonHitRetention", "1d");
        parameters.put("HitRetention", "21d");
        parameters.put(name, value);
        return Parameters.valid(parameters);
    }
}
