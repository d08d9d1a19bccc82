package passby.core.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.form.Checked;
import passby.core.form.Problem;
import passby.core.id.Ori;
import passby.core.policy.AlertingRules;
import passby.core.policy.Bounds;
import passby.core.policy.CaptureSwitch;
import passby.core.policy.ReaderRules;
import passby.core.policy.RecognizerOrder;
import passby.core.policy.SearchRules;
import passby.core.policy.StateProfile;
import passby.core.retention.HitRetention;
import passby.core.retention.ImageRetention;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RecordClocks;
import passby.core.testing.TestData;
import passby.core.zone.ExcludedZones;

final class ParameterFormTest {
    @Test
    void whatIsLeftOutHasItsPreset() {
        var read = ParameterForm.parse(Parameters.required());

        assertThat(read)
                .isEqualTo(new Checked.Valid<>(new CityParameters(
                        "springfield",
                        "Springfield Police Department",
                        new Ori("XX0000000"),
                        StateProfile.DEFAULT,
                        NonHitRetention.DAYS_7,
                        Duration.ofDays(365),
                        ImageRetention.AS_READ,
                        RecognizerOrder.REKOGNITION_FIRST,
                        120,
                        CaptureSwitch.ON,
                        AlertingRules.DEFAULT,
                        RecordClocks.DEFAULT,
                        ExcludedZones.NONE,
                        ReaderRules.DEFAULT,
                        SearchRules.DEFAULT)));
    }

    @Test
    void everyProblemIsToldAtOnceAndNothingOfWhatCame() {
        var problems = problems(Map.of(
                "City", "Spring \"field\"",
                "Agency", "'; DROP",
                "AgencyOri", "12",
                "StateProfile", "ZZ",
                "NonHitRetention", "8d",
                "HitRetention", "1d",
                "ImageRetention", "forever",
                "RecognizerOrder", "rekognition-only",
                "AlertEmail", "nobody",
                "CameraUploadRate", "121"));

        assertThat(problems)
                .extracting(Problem::field)
                .containsExactly(
                        "City",
                        "Agency",
                        "AgencyOri",
                        "StateProfile",
                        "NonHitRetention",
                        "HitRetention",
                        "ImageRetention",
                        "RecognizerOrder",
                        "AlertEmail",
                        "CameraUploadRate");
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("malformed");
            assertThat(problem.message()).endsWith(".").doesNotContain("DROP", "ZZ", "forever");
        });
    }

    @Test
    void whatHasNoPresetIsRequired() {
        assertThat(problems(Map.of()))
                .extracting(Problem::field, Problem::code)
                .containsExactly(tuple("City", "missing"), tuple("Agency", "missing"), tuple("AgencyOri", "missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0d", "-7d", "a week", "7", "07d", "7D", " 7d", "FLUSH", "271d"})
    void aRetentionThatIsNoWordOfTheListIsRefused(String retention) {
        assertThat(problems(Parameters.with("NonHitRetention", retention)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("NonHitRetention");
                    assertThat(problem.message()).startsWith("One of flush, 1d, 3d, 7d,");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "SampleShare, 0",
        "SampleShare, 1000",
        "MisreadLimit, 0",
        "MisreadLimit, 11",
        "MisreadLimit, 5 %",
        "RateFloor, 1",
        "RateFloor, -50",
        "WarrantAfter, 1",
        "WarrantAfter, never",
        "HotListEntryRetention, 0d",
        "HotListEntryRetention, 0",
        "HotListEntryRetention, 366d",
        "HotListEntryRetention, for-ever",
        "SearchRecordRetention, 0d",
        "SearchRecordRetention, 731d",
        "SearchRecordRetention, 2558d",
        "SearchRecordRetention, two years",
        "LedgerRetention, 0d",
        "LedgerRetention, 365d",
        "LedgerRetention, 36500d",
    })
    void aClockOfRecordsThatIsZeroAboveItsCeilingBelowItsFloorOrUnknownIsRefused(String name, String retention) {
        assertThat(problems(Parameters.with(name, retention))).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(name);
            assertThat(problem.code()).isEqualTo("malformed");
            assertThat(problem.message()).startsWith("One of ");
        });
    }

    @Test
    void theLedgersClockOnlyLengthens() {
        var inForce =
                Parameters.valid(Parameters.with("LedgerRetention", "3653d")).policy(1, Bounds.DEFAULT);

        var shorter = ParameterForm.parse(Parameters.with("LedgerRetention", "2557d"), inForce);
        var longer = ParameterForm.parse(Parameters.with("LedgerRetention", "5479d"), inForce);

        assertThat(shorter)
                .isEqualTo(new Checked.Invalid<CityParameters>(List.of(new Problem(
                        "LedgerRetention",
                        "only-lengthens",
                        "The ledger's clock only lengthens: it stands at 3653d."))));
        assertThat(longer).isInstanceOf(Checked.Valid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X", "XX00000", "XX00000000", "xx0000000", "1X0000000", "XX00000-0"})
    void anOriOfTheWrongShapeIsRefused(String ori) {
        assertThat(problems(Parameters.with("AgencyOri", ori)))
                .extracting(Problem::field)
                .containsExactly("AgencyOri");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Springfield", "spring\"field", "spring'field", "spring field", "s", "-ab", "ab-", "städte"})
    void aCityNameThatIsNoShortNameIsRefused(String city) {
        assertThat(problems(Parameters.with("City", city)))
                .extracting(Problem::field)
                .containsExactly("City");
    }

    @ParameterizedTest
    @CsvSource({
        "VA, 30d, 21 days",
        "NH, 1d, RSA 261:75-b",
        "MN, 90d, 13.824",
        "AR, 270d, 12-12-1804",
        "WA, 30d, SB 6002",
        "OR, 60d, SB 1516",
        "CT, 60d, Connecticut"
    })
    void aRetentionAboveTheCeilingIsRefusedByTheNameOfItsLaw(String profile, String retention, String law) {
        var parameters = Parameters.with("StateProfile", profile);
        parameters.put("NonHitRetention", retention);
        parameters.put("HitRetention", "21d");

        assertThat(problems(parameters)).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("NonHitRetention");
            assertThat(problem.code()).isEqualTo("above-the-ceiling");
            assertThat(problem.message()).startsWith("At most ").contains(law);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "VA, 30d, At most 21d, 2.2-5517",
        "MN, 90d, At most 60d, active investigation",
        "AR, 365d, At most 150d, 12-12-1804",
        "UT, 365d, At most 270d, 41-6a-2003",
        "OR, 365d, At most 30d, SB 1516",
        "CT, 365d, At most 30d, Connecticut"
    })
    void aRetentionOfHitsAboveTheCeilingIsRefusedByTheNameOfItsLaw(
            String profile, String retention, String ceiling, String law) {
        var parameters = Parameters.with("StateProfile", profile);
        parameters.put("HitRetention", retention);

        assertThat(problems(parameters)).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("HitRetention");
            assertThat(problem.code()).isEqualTo("above-the-ceiling");
            assertThat(problem.message()).startsWith(ceiling).contains(law);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0d", "1d", "20d", "365", "as-read", "forever", "1826d"})
    void aRetentionOfHitsThatIsNoWordOfTheListIsRefused(String retention) {
        assertThat(problems(Parameters.with("HitRetention", retention)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("HitRetention");
                    assertThat(problem.message()).startsWith("One of 21d, 30d, 60d,");
                });
    }

    @ParameterizedTest
    @EnumSource
    void everyProfileAllowsHitsUpToTheirCeilingAndNeverShorterThanOtherReads(StateProfile profile) {
        for (var retention : HitRetention.values()) {
            var parameters = Parameters.with("StateProfile", profile.code());
            parameters.put("NonHitRetention", "flush");
            parameters.put("HitRetention", retention.code());

            assertThat(ParameterForm.parse(parameters) instanceof Checked.Valid)
                    .isEqualTo(profile.allowedForHits().contains(retention));
        }
        assertThat(profile.hitCeiling().duration())
                .isGreaterThanOrEqualTo(profile.ceiling().duration());
    }

    @ParameterizedTest
    @EnumSource
    void everyProfileAllowsItsCeilingAndNothingLonger(StateProfile profile) {
        for (var retention : NonHitRetention.values()) {
            var parameters = Parameters.with("StateProfile", profile.code());
            parameters.put("NonHitRetention", retention.code());
            parameters.put("HitRetention", profile.hitCeiling().code());

            var fits = retention.duration().compareTo(profile.ceiling().duration()) <= 0;

            assertThat(ParameterForm.parse(parameters) instanceof Checked.Valid).isEqualTo(fits);
        }
    }

    @Test
    void newHampshireAllowsFlushAloneAndSaysThatFixedCamerasDoNotFit() {
        assertThat(StateProfile.NH.allowed()).containsExactly(NonHitRetention.FLUSH);
        assertThat(StateProfile.NH.warnings(LocalDate.of(2026, 9, 30)))
                .singleElement()
                .asString()
                .contains("RSA 259:68-a", "fixed camera");
        assertThat(StateProfile.VA.warnings(LocalDate.of(2036, 5, 6))).isEmpty();
    }

    @Test
    void aSecondCityIsRefusedWithWhatToDo() {
        var inForce = TestData.policy(NonHitRetention.DAYS_7);

        var read = ParameterForm.parse(Parameters.with("City", "shelbyville"), inForce);

        assertThat(read)
                .isInstanceOfSatisfying(
                        Checked.Invalid.class,
                        invalid -> assertThat(((Problem) invalid.problems().getFirst()).message())
                                .contains("springfield", "deployment name of its own")
                                .doesNotContain("shelbyville"));
    }

    @Test
    void aParameterThatNobodyKnowsIsRefused() {
        assertThat(problems(Parameters.with("NonHitRetention2", "7d")))
                .containsExactly(new Problem("NonHitRetention2", "unknown", "There is no such parameter."));
        assertThat(problems(Parameters.with("<script>", "7d")))
                .containsExactly(new Problem("?script?", "unknown", "There is no such parameter."));
    }

    @Test
    void parametersAndThePolicyThatTheyMakeSayTheSame() {
        var parameters = Parameters.valid(Parameters.with("ImageRetention", "3d"));

        assertThat(CityParameters.of(parameters.policy(4, Bounds.DEFAULT))).isEqualTo(parameters);
        assertThat(CityParameters.of(parameters.codes())).isEqualTo(parameters);
    }

    @Test
    void aPolicyWithANumberOfDaysThatNoParameterOffersKeepsIt() {
        var odd = TestData.withHitRetention(TestData.policy(NonHitRetention.DAYS_7), Duration.ofDays(91));

        assertThat(CityParameters.of(odd).with(List.of()).hitRetention()).isEqualTo(Duration.ofDays(91));
    }

    private static List<Problem> problems(Map<String, String> parameters) {
        return switch (ParameterForm.parse(new HashMap<>(parameters))) {
            case Checked.Valid<CityParameters> valid -> List.of();
            case Checked.Invalid<CityParameters>(var problems) -> problems;
        };
    }
}
