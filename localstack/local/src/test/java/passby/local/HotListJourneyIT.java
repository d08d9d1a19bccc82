package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passby.aws.http.ProblemType;
import passby.core.hotlist.Category;
import passby.core.hotlist.ListedState;
import passby.local.camera.CameraImage;
import passby.local.springfield.Springfield;

/** Officers list plates, and what passes alerts as strongly as it agrees. */
@ExtendWith(SharedCity.class)
class HotListJourneyIT {
    private static final String ENTRIES = "/v1/hot-list-entries";

    @ParameterizedTest
    @CsvSource({
        "HLJ7701, CA, HLJ7701/CA, exact, false",
        "HLJ0702, CA, HLJO702/CA, o0-fold, false",
        "HLB7703, CA, HL87703/CA, ocr-equivalent, true",
        "HLJ7704, CA, HLJ7704/NV, state-mismatch, true",
        "HLJ7705, CA, HLJ7705, state-unknown, true",
        "HLJ7706, UNKNOWN, HLJ7706/CA, state-unknown, true",
    })
    void onlyTheSamePlateOfTheSameStatePushes(
            String listed, String state, String passing, String match, boolean advisory, TestCity city)
            throws Exception {
        add(city, listed, state);

        var alerts = alerts(city, city.shot(SpellingRecognizer.frame(passing)));

        assertThat(alerts).hasSize(1);
        assertThat(alerts.getFirst().path("match").asText()).isEqualTo(match);
        assertThat(alerts.getFirst().path("advisory").asBoolean()).isEqualTo(advisory);
        var hit = city.officer()
                .get("/v1/hits/" + alerts.getFirst().path("hitId").asText())
                .is(200);
        assertThat(hit.path("match").asText()).isEqualTo(match);
        assertThat(hit.at("/entries/0/plate").asText()).isEqualTo(listed);
        assertThat(hit.at("/entries/0/foldedCharacters").isEmpty()).isEqualTo(passing.startsWith(listed));
    }

    @Test
    void aVehicleThatPassesOnceInTwoFramesAlertsOnceAndInTwoPassesTwice(TestCity city) throws Exception {
        add(city, "HLJ7711", "CA");
        var frame = SpellingRecognizer.frame("HLJ7711/CA");
        var facts = new CameraImage.Facts(city.clock().instant(), 40.0, -89.0, 90, "pass_of_two_frames", 1);
        var again = new CameraImage.Facts(city.clock().instant(), 40.0, -89.0, 90, "pass_of_two_frames", 2);

        assertThat(alerts(city, new CameraImage(frame, facts), new CameraImage(frame, again)))
                .hasSize(1);
        assertThat(alerts(city, city.shot(frame))).hasSize(1);
    }

    @Test
    void aWithdrawnEntryAlertsNobody(TestCity city) throws Exception {
        var path = ENTRIES + "/" + add(city, "HLJ7712", "CA").path("recordId").asText();
        var officer = city.officer();

        officer.send("DELETE", path, "", new byte[0]).is(200);

        assertThat(alerts(city, city.shot(SpellingRecognizer.frame("HLJ7712/CA"))))
                .isEmpty();
        officer.send("DELETE", path, "", new byte[0]).isRefused(ProblemType.CONFLICT);
        officer.get(path).isRefused(ProblemType.NOT_FOUND);
    }

    @Test
    void anEntryThatNeedsASecondPersonAlertsNobodyYet(TestCity city) throws Exception {
        var entry = Springfield.entry(
                "HLJ7713", "CA", Category.INVESTIGATIVE, city.clock().instant());
        city.officer().post(ENTRIES, entry).is(201);

        assertThat(alerts(city, city.shot(SpellingRecognizer.frame("HLJ7713/CA"))))
                .isEmpty();
    }

    @Test
    void whatPassedBeforeItWasListedIsNoHit(TestCity city) throws Exception {
        assertThat(alerts(city, city.shot(SpellingRecognizer.frame("HLJ7714/CA"))))
                .isEmpty();
        var before = city.alerts().size();

        add(city, "HLJ7714", "CA");
        city.city().tick();

        assertThat(city.alerts()).hasSize(before);
    }

    @Test
    void anEntryNamesItsReasonItsCaseAndAnEndThatIsNotTooFar(TestCity city) throws Exception {
        var now = city.clock().instant();
        var endless = new HashMap<>(Springfield.entry("HLJ7715", ListedState.UNKNOWN_WORD, Category.BOLO, now));
        endless.put("expires", now.plus(Duration.ofDays(4000)).toString());

        assertThat(city.officer().post(ENTRIES, Map.of()).problems())
                .containsExactlyInAnyOrder(
                        "plate missing",
                        "state missing",
                        "category missing",
                        "reason missing",
                        "caseNumber missing",
                        "effective missing",
                        "expires missing");
        assertThat(city.officer().post(ENTRIES, endless).problems()).containsExactly("expires out-of-range");
    }

    private static JsonNode add(TestCity city, String plate, String state) throws InterruptedException {
        var entry = Springfield.entry(
                plate, state, Category.STOLEN_VEHICLE, city.clock().instant());
        return city.officer().post(ENTRIES, entry).is(201);
    }

    /** The alerts that came of these frames: they are out before ReadPlates ends. */
    private static List<JsonNode> alerts(TestCity city, CameraImage... shots) throws Exception {
        var before = city.alerts().size();
        for (var uploadId : city.send(shots)) {
            city.happenings().done(uploadId);
        }
        var after = city.alerts();
        return after.subList(before, after.size());
    }
}
