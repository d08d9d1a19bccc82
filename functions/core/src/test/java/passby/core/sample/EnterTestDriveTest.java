package passby.core.sample;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.form.Form;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.quality.Judged;
import passby.core.quality.JudgedPlates;
import passby.core.quality.Verdict;
import passby.core.request.Refusal;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class EnterTestDriveTest {
    private static final String CAMERA = "cam-elm";
    private static final Map<String, Object> PASS =
            Map.of("capturedAt", NOW.toString(), "state", "CA", "engine", "container 1.2.2", "label", "right");

    private final MutableClock clock = new MutableClock(NOW.plusSeconds(600));
    private final InMemoryCity city = new InMemoryCity();
    private final EnterTestDrive enter =
            new EnterTestDrive(TestAuthorizer.open(city, clock), city.cameras(), city.readings(), clock);

    EnterTestDriveTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.FLUSH));
        city.cameras().put(TestData.camera(CAMERA));
    }

    private Result<Integer> enter(String cameraId, List<Map<String, Object>> passes) {
        return enter.handle(
                TestData.officer("records-reyes"), new Form(Map.of("cameraId", cameraId, "passes", passes)));
    }

    private JudgedPlates counted() {
        var today = NOW.truncatedTo(DAYS);
        return city.readings()
                .ofDays(today, today.plus(Duration.ofDays(1)), List.of(CAMERA))
                .getOrDefault(CAMERA, JudgedPlates.NONE);
    }

    @Test
    void inFlushModeATestDriveIsCountedAsTheSampleWithItsEngine() {
        var wrong = Map.<String, Object>of("capturedAt", NOW.toString(), "engine", "rekognition 3.0", "label", "wrong");

        assertThat(Results.value(enter(CAMERA, List.of(PASS, wrong)))).isEqualTo(2);

        assertThat(counted())
                .isEqualTo(JudgedPlates.of(List.of(
                        new Judged(CAMERA, Verdict.SAMPLE_RIGHT, "CA", 12, "container 1.2.2"),
                        new Judged(CAMERA, Verdict.SAMPLE_WRONG, Judged.NO_STATE, 12, "rekognition 3.0"))));
        assertThat(city.ledger().entries(EntryType.TEST_DRIVE_ENTERED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.openings().get(Field.COUNTS))
                        .isNotNull()
                        .extracting(Opening::value)
                        .isEqualTo("{\"sample-right\":1,\"sample-wrong\":1}"));
    }

    @Test
    void whereReadsAreStoredNobodyMayAddToTheRandomSample() {
        city.policyDocuments().put(TestData.policy(2, NonHitRetention.DAYS_7));
        clock.advance(Duration.ofMinutes(1));

        assertThat(Results.refusal(enter(CAMERA, List.of(PASS)))).isInstanceOf(Refusal.Conflict.class);
        assertThat(counted()).isEqualTo(JudgedPlates.NONE);
    }

    @Test
    void aDrivePastACameraThatIsNotThereIsNotFound() {
        assertThat(Results.refusal(enter("cam-none", List.of(PASS)))).isEqualTo(new Refusal.NotFound());
    }

    @Test
    void everythingWrongWithAPassIsNamedAndAPlateIsNoField() {
        var pass = Map.<String, Object>of(
                "capturedAt", NOW.plusSeconds(601).toString(),
                "state", "c1",
                "engine", "container",
                "label", "fine",
                "plate", "7TST123");

        assertThat(Results.problems(enter(CAMERA, List.of(pass))))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactlyInAnyOrder(
                        "passes[0].capturedAt out-of-range",
                        "passes[0].state malformed",
                        "passes[0].engine malformed",
                        "passes[0].label malformed",
                        "passes[0].plate unknown");
    }

    @Test
    void aDriveOfMoreThanAWeekAgoOrOfTooManyPassesIsRefused() {
        clock.set(NOW.plus(Duration.ofDays(7)).plusSeconds(1));

        assertThat(Results.problems(enter(CAMERA, List.of(PASS)))).hasSize(1);
        assertThat(Results.problems(enter(CAMERA, Collections.nCopies(TestDriveForm.MOST + 1, PASS))))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly("passes out-of-range");
    }
}
