package passby.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import passby.core.conduct.DecoyRead;
import passby.core.conduct.MarkedPlates;
import passby.core.form.Form;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.picture.StreamedPicture;
import passby.core.plate.VehicleColour;
import passby.core.read.Read;
import passby.core.request.Refusal;
import passby.core.request.Result;
import passby.core.retention.ImageRetention;
import passby.core.retention.NonHitRetention;
import passby.core.testing.ARead;
import passby.core.testing.CountingEntropy;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

/** A decoy among the reads: it is answered, it can be opened, and it is no read. */
final class DecoyRowsTest {
    private static final String ELM = "cam-elm";

    private final Searches searches = new Searches(TestData.policy(NonHitRetention.DAYS_7));
    private final DecoyRead decoy = new DecoyRead(
            "01KTEST000000000000000000D-1",
            ELM,
            NOW.minus(Duration.ofMinutes(10)),
            TestData.CORNER,
            90,
            NOW.plus(Duration.ofDays(6)));

    @BeforeEach
    void place() {
        searches.city.cameras().put(TestData.camera(ELM));
        var key = TestData.CITY_KEY.plateKey(decoy.plate(TestData.CITY_KEY));
        searches.decoys.place(
                decoy,
                new MarkedPlates.Marked(MarkedPlates.DECOY, key, NOW.plus(Duration.ofDays(90))),
                TestData.entry(EntryType.DECOY_PLACED));
    }

    private List<Read> seen() {
        return seen(Map.of());
    }

    private List<Read> seen(Map<String, Object> narrowed) {
        var search = new SearchCameras(
                TestAuthorizer.open(searches.city, searches.clock),
                searches.city.cameras(),
                searches.decoyRows().among(),
                Executors.newVirtualThreadPerTaskExecutor(),
                searches.city.limits(),
                new PageTokens(() -> TestData.CITY_KEY, new CountingEntropy(9)),
                searches.purposes(),
                searches.city.ledger(),
                searches.clock);
        var body = new HashMap<String, Object>(Map.of(
                "cameraIds", List.of(ELM),
                "from", NOW.minus(Duration.ofHours(1)).toString(),
                "to", NOW.plus(Duration.ofHours(1)).toString(),
                "purpose", Searches.purpose()));
        body.putAll(narrowed);
        return Results.value(search.handle(searches.caller, new Form(body))).reads();
    }

    private static Form purpose() {
        return new Form(Map.of("purpose", Searches.purpose()));
    }

    private ViewRead view() {
        return new ViewRead(
                TestAuthorizer.open(searches.city, searches.clock),
                searches.city.frames(),
                searches.city.frames(),
                searches.decoyRows(),
                searches.city.limits(),
                searches.purposes(),
                searches.clock);
    }

    @Test
    void aSearchByItsCameraAnswersItAsAnyOtherRow() {
        assertThat(seen()).extracting(Read::readId).containsExactly(decoy.readId());
        assertThat(searches.city.frames().find(decoy.read(TestData.CITY_KEY).uploadId()))
                .isEmpty();
    }

    @Test
    void whoeverOpensItIsAnsweredItsPlateAndEnteredWithIt() {
        var opened = Results.value(view().handle(searches.caller, decoy.readId(), purpose()));

        assertThat(opened.plate()).isEqualTo(decoy.plate(TestData.CITY_KEY));
        var entry = searches.city.ledger().entries(EntryType.READ_VIEWED).getFirst();
        assertThat(entry.openings().get(Field.PLATE))
                .satisfies(plate -> assertThat(plate.value())
                        .isEqualTo(decoy.plate(TestData.CITY_KEY).raw()));
    }

    private Result<StreamedPicture> picture(String readId, String kind) {
        var pictures = new ViewReadPicture(
                TestAuthorizer.open(searches.city, searches.clock),
                searches.city.frames(),
                searches.city.frames(),
                searches.decoyRows(),
                searches.city.pictures(),
                searches.purposes(),
                searches.clock);
        return pictures.handle(searches.caller, readId, kind, purpose());
    }

    /** Most reads have a picture: one that has none would be told by it. */
    @Test
    void itsPicturesAreAnsweredAndEnteredAsThoseOfAnyReadAre() {
        var read = searches.stored("7TST123", NOW);
        searches.city.pictures().put(read.pictureKeys().getFirst(), TestData.jpeg("the plate"));

        var real = Results.value(picture(read.readId(), "plate"));
        var drawn = Results.value(picture(decoy.readId(), "plate"));

        assertThat(drawn.reader()).isEqualTo(real.reader());
        assertThat(Results.value(picture(decoy.readId(), "plate"))).isEqualTo(drawn);
        assertThat(Results.value(picture(decoy.readId(), "vehicle")).jpeg()).isNotEqualTo(drawn.jpeg());
        var entries = searches.city.ledger().entries(EntryType.READ_PICTURE_STREAMED);
        assertThat(entries).hasSize(4).allSatisfy(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.DONE);
            assertThat(entry.openings().keySet())
                    .isEqualTo(entries.getFirst().openings().keySet());
        });
        assertThat(entries.getLast().openings().get(Field.PLATE))
                .satisfies(plate -> assertThat(plate.value())
                        .isEqualTo(decoy.plate(TestData.CITY_KEY).raw()));
    }

    /** What the detector looks for stands in a refusal too (conduct's TargetRules). */
    @Test
    void itsPicturesAreGoneWhenThoseOfReadsAreAndThatTheyWereAskedForIsEnteredWithItsPlate() {
        searches.city
                .policyDocuments()
                .put(TestData.withImageRetention(TestData.policy(2, NonHitRetention.DAYS_7), ImageRetention.DAYS_1));
        searches.clock.set(decoy.seenAt().plus(Duration.ofDays(1)));

        var answered = picture(decoy.readId(), "plate");

        assertThat(Results.refusal(answered)).isInstanceOf(Refusal.NotFound.class);
        var entry =
                searches.city.ledger().entries(EntryType.READ_PICTURE_STREAMED).getFirst();
        assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(entry.openings().get(Field.PLATE))
                .satisfies(plate -> assertThat(plate.value())
                        .isEqualTo(decoy.plate(TestData.CITY_KEY).raw()));
    }

    /** Where cameras tell colours, a row without one would be known for a decoy; where they tell none, one with a colour. */
    @Test
    void itHasTheColourOfAReadOfItsCameraAndIsFoundByIt() {
        assertThat(seen()).extracting(Read::colour).containsExactly(VehicleColour.UNKNOWN);
        searches.stored(ARead.of(searches.uploadId(), "7TST123", decoy.seenAt().minusSeconds(9))
                .withCamera(ELM)
                .withColour(VehicleColour.Name.BLUE));

        var blue = seen(Map.of("vehicle", Map.of("colours", List.of("blue"))));
        var opened = Results.value(view().handle(searches.caller, decoy.readId(), purpose()));

        assertThat(blue).extracting(Read::readId).hasSize(2).contains(decoy.readId());
        assertThat(opened.colour()).isEqualTo(blue.getFirst().colour());
    }

    @Test
    void aPictureOfNoKindOfOursIsNotFoundAsOfAnyRead() {
        assertThat(Results.refusal(picture(decoy.readId(), "frame"))).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void readersAreAnotherTimeSureOfEachDecoy() {
        var sure = Stream.of(
                        "01KTEST000000000000000000D-1", "01KTEST000000000000000000E-1", "01KTEST000000000000000000F-1")
                .map(readId -> new DecoyRead(readId, ELM, NOW, TestData.CORNER, 90, NOW).read(TestData.CITY_KEY))
                .map(read -> read.candidates().getFirst().confidence().value())
                .toList();

        assertThat(sure).doesNotHaveDuplicates().allMatch(confidence -> confidence >= 0.88 && confidence <= 0.99);
    }

    @Test
    void itGoesWhenAReadOfThatMomentWouldGo() {
        searches.clock.set(decoy.seenAt().plus(Duration.ofDays(7)));

        assertThat(seen()).isEmpty();
        assertThat(Results.refusal(view().handle(TestData.officer("officer-lopez"), decoy.readId(), purpose())))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void itIsNoReadOfAnotherCamera() {
        searches.city.cameras().put(TestData.camera("cam-oak"));

        assertThat(searches.decoyRows().among().byCamera("cam-oak", NOW.minus(Duration.ofHours(1)), NOW, null, 10))
                .isEmpty();
        assertThat(searches.decoyRows().among().byCamera(ELM, NOW.minus(Duration.ofMinutes(5)), NOW, null, 10))
                .isEmpty();
    }
}
