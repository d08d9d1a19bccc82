package passby.core.sample;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import passby.core.form.Form;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.people.Caller;
import passby.core.quality.Judged;
import passby.core.quality.JudgedPlates;
import passby.core.read.Read;
import passby.core.read.SampledRead;
import passby.core.read.ShownReads;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.testing.ARead;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class LabelSamplesTest {
    private static final String CAMERA = "cam-elm";
    private static final LocalDate DAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    private static final String ID = new SampleId(DAY, 2, CAMERA).format();

    private final MutableClock clock = new MutableClock(NOW.plus(Duration.ofDays(1)));
    private final InMemoryCity city = new InMemoryCity();
    private final Caller reyes = TestData.officer("records-reyes");
    private final Caller stone = TestData.officer("records-stone");
    private final ARead read = ARead.of("upload", "7TST123", NOW).withExpiresAt(NOW.plus(Duration.ofDays(7)));
    private final LabelSamples samples = new LabelSamples(
            TestAuthorizer.open(city, clock),
            city.samples(),
            city.cameras(),
            new ShownReads(city.frames(), city.frames(), clock),
            city.pictures(),
            city.readings(),
            clock);

    LabelSamplesTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
        city.cameras().put(TestData.camera(CAMERA));
        city.frames().store(read.frame(List.of()), List.of(read.build()), List.of());
        var crops = Objects.requireNonNull(read.build().pictures());
        city.pictures().put(crops.plate().key(), TestData.jpeg("the plate"));
        city.pictures().put(crops.vehicle().key(), TestData.jpeg("the vehicle"));
        offer(DAY);
    }

    private void offer(LocalDate day) {
        city.samples()
                .offer(new SampledRead(
                        CAMERA, day, 2, "0".repeat(64), "upload-1", ARead.ENGINE, NOW.plus(Duration.ofDays(7))));
    }

    private Result<Sample> label(Caller caller, Map<String, Object> body) {
        return samples.label(caller, ID, new Form(body));
    }

    private JudgedPlates counted() {
        var today = clock.instant().truncatedTo(DAYS);
        return city.readings()
                .ofDays(today, today.plus(Duration.ofDays(1)), List.of(CAMERA))
                .getOrDefault(CAMERA, JudgedPlates.NONE);
    }

    private static String value(Entry entry, Field field) {
        var opening = entry.openings().get(field);
        return opening == null ? "" : opening.value();
    }

    @Test
    void whatWaitsIsListedWithoutAPlate() {
        var waiting = Results.value(samples.list(reyes));

        assertThat(waiting).extracting(Sample::id).containsExactly(new SampleId(DAY, 2, CAMERA));
        assertThat(city.ledger().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.openings()).doesNotContainKey(Field.PLATE));
    }

    @Test
    void openingOneEntersThePlateAndThePictureGoesToItsReader() {
        var opened = Results.value(samples.view(reyes, ID));
        var picture = Results.value(samples.picture(reyes, ID, "plate"));

        assertThat(opened.read()).extracting(Read::readId).isEqualTo("upload-1");
        assertThat(picture.reader()).isEqualTo("records-reyes");
        assertThat(city.ledger().entries())
                .extracting(Entry::type)
                .containsExactly(EntryType.SAMPLE_VIEWED, EntryType.SAMPLE_PICTURE_STREAMED);
        assertThat(city.ledger().entries())
                .allSatisfy(entry -> assertThat(value(entry, Field.PLATE)).isEqualTo("7TST123"));
    }

    @ParameterizedTest
    @EnumSource
    void aLabelIsEnteredAndCountedOnce(Label label) {
        samples.picture(reyes, ID, "vehicle");

        var labelled = Results.value(label(reyes, Map.of("label", label.code())));
        var again = label(reyes, Map.of("label", label.code()));

        assertThat(labelled.label()).isEqualTo(label);
        assertThat(Results.state(again)).isEqualTo(label.code());
        assertThat(counted())
                .isEqualTo(JudgedPlates.of(List.of(new Judged(CAMERA, label.verdict(), "CA", 12, "container 1.2.2"))));
        assertThat(Results.value(samples.list(reyes))).isEmpty();
    }

    @Test
    void whatIsLegibleInFactIsCommittedToAndStoredNowhereElse() {
        samples.picture(reyes, ID, "plate");

        label(reyes, Map.of("label", "wrong", "legible", "7TST12B"));

        var entry = city.ledger().entries(EntryType.SAMPLE_LABELLED).getLast();
        assertThat(entry.openings().get(Field.QUERY))
                .isNotNull()
                .extracting(Opening::value)
                .isEqualTo("7TST12B");
        assertThat(city.samples()
                        .find(new SampleId(DAY, 2, CAMERA))
                        .orElseThrow()
                        .toString())
                .doesNotContain("7TST12B");
    }

    @Test
    void whoHasNotSeenThePictureCannotLabel() {
        samples.picture(reyes, ID, "plate");

        assertThat(Results.refusal(label(stone, Map.of("label", "right"))))
                .isEqualTo(new Refusal.Unmet(Requirement.PICTURE_SEEN));
        assertThat(counted()).isEqualTo(JudgedPlates.NONE);
    }

    @Test
    void ofTwoPeopleWhoSawItTheFirstLabelStands() {
        samples.picture(reyes, ID, "plate");
        samples.picture(stone, ID, "plate");

        label(stone, Map.of("label", "wrong"));
        var second = label(reyes, Map.of("label", "right"));

        assertThat(Results.state(second)).isEqualTo("wrong");
        assertThat(city.ledger().entries().getLast().outcome().code()).isEqualTo("refused");
    }

    @Test
    void anExpiredReadHasNoSample() {
        samples.picture(reyes, ID, "plate");
        clock.set(NOW.plus(Duration.ofDays(7)));

        assertThat(Results.refusal(label(reyes, Map.of("label", "right")))).isEqualTo(new Refusal.NotFound());
        assertThat(Results.refusal(samples.view(reyes, ID))).isEqualTo(new Refusal.NotFound());
        assertThat(Results.refusal(samples.picture(reyes, ID, "plate"))).isEqualTo(new Refusal.NotFound());
        assertThat(Results.value(samples.list(reyes))).isEmpty();
        assertThat(counted()).isEqualTo(JudgedPlates.NONE);
    }

    @Test
    void aShorterRetentionClosesASampleAtOnce() {
        city.policyDocuments().put(TestData.policy(2, NonHitRetention.FLUSH));
        clock.advance(Duration.ofMinutes(1));

        assertThat(Results.refusal(samples.view(reyes, ID))).isEqualTo(new Refusal.NotFound());
    }

    @Test
    void aSampleIsClosedUntilItsDayIsOver() {
        clock.set(NOW.plusSeconds(60));

        assertThat(Results.value(samples.list(reyes))).isEmpty();
        assertThat(Results.refusal(samples.view(reyes, ID))).isEqualTo(new Refusal.NotFound());
    }

    @Test
    void aWrongBodyIsRefusedWithAllThatIsWrongWithIt() {
        assertThat(Results.problems(label(reyes, Map.of("label", "perfect", "legible", "a b", "note", "x"))))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactlyInAnyOrder("label malformed", "legible malformed", "note unknown");
        assertThat(Results.problems(label(reyes, Map.of("label", "right", "legible", "7TST12B"))))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly("legible out-of-range");
    }

    @Test
    void impossibleIdsAreNotFound() {
        for (var id : List.of("", "x", "20360506-2-", "20361306-2-cam-elm", "20360506-9-cam-elm", ID + " ")) {
            assertThat(Results.refusal(samples.view(reyes, id))).isEqualTo(new Refusal.NotFound());
        }
        assertThat(Results.refusal(samples.picture(reyes, ID, "driver"))).isEqualTo(new Refusal.NotFound());
    }
}
