package passby.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.ledger.EntryType;
import passby.core.policy.ReaderRules;
import passby.core.request.Refusal;
import passby.core.retention.NonHitRetention;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class ViewReadingQualityTest {
    private static final int FLOOR = ReaderRules.DEFAULT.floor();
    private static final Part NEW_YORK = new Part(Part.Kind.STATE, "NY");

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final ViewReadingQuality view =
            new ViewReadingQuality(TestAuthorizer.open(city, clock), city.cameras(), city.readings(), clock);

    ViewReadingQualityTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
        city.cameras().put(TestData.camera("cam-elm"));
        city.cameras().put(TestData.camera("cam-oak"));
    }

    private void judge(String cameraId, Verdict verdict, String state, int times) {
        city.readings()
                .add(Collections.nCopies(times, new Judged(cameraId, verdict, state, 7, "container 1.2.2")), NOW);
    }

    private ReadingQuality quality() {
        return Results.value(view.handle(TestData.officer("manager-osei")));
    }

    @Test
    void rejectionsAndTheSampleAreTwoRatesThatAreNeverAdded() {
        judge("cam-elm", Verdict.HIT_MISREAD, "NY", FLOOR);
        judge("cam-elm", Verdict.SAMPLE_RIGHT, "NY", FLOOR);

        var elm = quality().cameras().getFirst().judgement();

        assertThat(elm.hits().parts()).containsEntry(Part.ALL, new Rate(FLOOR, FLOOR));
        assertThat(elm.samples().parts()).containsEntry(Part.ALL, new Rate(0, FLOOR));
        assertThat(elm.hits().verdicts()).isEqualTo(Map.of(Verdict.HIT_MISREAD, (long) FLOOR));
    }

    @Test
    void belowTheFloorNothingIsToldButHowManyThereAre() {
        judge("cam-elm", Verdict.SAMPLE_WRONG, "NY", FLOOR - 1);

        var samples = quality().cameras().getFirst().judgement().samples();

        assertThat(samples).isEqualTo(new ReadingQuality.Rates(FLOOR - 1, Map.of(), Map.of()));
    }

    @Test
    void aStateIsToldWhereItReachesTheFloorByItself() {
        judge("cam-elm", Verdict.SAMPLE_WRONG, "NY", FLOOR);
        judge("cam-elm", Verdict.SAMPLE_RIGHT, "CT", FLOOR - 1);

        var samples = quality().cameras().getFirst().judgement().samples();

        assertThat(samples.parts())
                .containsEntry(NEW_YORK, new Rate(FLOOR, FLOOR))
                .doesNotContainKey(new Part(Part.Kind.STATE, "CT"))
                .containsEntry(new Part(Part.Kind.HOUR, "07"), new Rate(FLOOR, 2L * FLOOR - 1))
                .containsEntry(new Part(Part.Kind.ENGINE, "container 1.2.2"), new Rate(FLOOR, 2L * FLOOR - 1));
    }

    @Test
    void theCityIsAllOfItsCameras() {
        judge("cam-elm", Verdict.SAMPLE_WRONG, "NY", FLOOR / 2);
        judge("cam-oak", Verdict.SAMPLE_NOT_A_PLATE, "NY", FLOOR - FLOOR / 2);

        var quality = quality();

        assertThat(quality.city().samples().parts()).containsEntry(Part.ALL, new Rate(FLOOR, FLOOR));
        assertThat(quality.cameras())
                .allSatisfy(camera ->
                        assertThat(camera.judgement().samples().parts()).isEmpty());
        assertThat(city.ledger().entries(EntryType.READING_QUALITY_VIEWED)).hasSize(1);
    }

    @Test
    void whoMayNotSeeItSeesNothing() {
        var closed = new ViewReadingQuality(TestAuthorizer.closed(city, clock), city.cameras(), city.readings(), clock);

        assertThat(Results.refusal(closed.handle(TestData.officer("officer-lopez"))))
                .isInstanceOf(Refusal.Denied.class);
    }
}
