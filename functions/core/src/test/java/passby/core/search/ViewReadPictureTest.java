package passby.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.form.Form;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Ledger;
import passby.core.ledger.Opening;
import passby.core.ledger.Outcome;
import passby.core.picture.PictureKind;
import passby.core.picture.StreamedPicture;
import passby.core.read.Read;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Result;
import passby.core.retention.ImageRetention;
import passby.core.retention.NonHitRetention;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class ViewReadPictureTest {
    private static final String PLATE = PictureKind.PLATE.code();

    private final Searches searches = new Searches(TestData.policy(NonHitRetention.DAYS_7));
    private final Read read = searches.stored("7TST123", NOW);
    private final ViewReadPicture view = viewing(TestAuthorizer.open(searches.city, searches.clock));

    ViewReadPictureTest() {
        searches.city.pictures().put(read.pictureKeys().getFirst(), TestData.jpeg("the plate"));
        searches.city.pictures().put(read.pictureKeys().getLast(), TestData.jpeg("the vehicle"));
    }

    private ViewReadPicture viewing(Authorizer authorizer) {
        return new ViewReadPicture(
                authorizer,
                searches.city.frames(),
                searches.city.frames(),
                searches.decoyRows(),
                searches.city.pictures(),
                searches.purposes(),
                searches.clock);
    }

    private Result<StreamedPicture> handle(String readId) {
        return view.handle(searches.caller, readId, PLATE, new Form(Map.of("purpose", Searches.purpose())));
    }

    private Result<StreamedPicture> notFound() {
        return new Result.Refused<>(
                new Refusal.NotFound(), searches.city.ledger().lastRefusal(EntryType.READ_PICTURE_STREAMED));
    }

    @Test
    void aPictureIsStreamedWithItsReaderAndAnEntryOfItsOwn() {
        var answer = handle(read.readId());

        var entry = searches.city.ledger().entries().getFirst();
        assertThat(answer)
                .isEqualTo(new Result.Done<>(
                        new StreamedPicture(TestData.jpeg("the plate"), "officer-lopez"), entry.accepted()));
        assertThat(entry.type()).isEqualTo(EntryType.READ_PICTURE_STREAMED);
        assertThat(entry.openings().get(Field.SUBJECT))
                .isNotNull()
                .extracting(Opening::value)
                .isEqualTo(read.readId());
        assertThat(entry.openings()).containsKeys(Field.NARRATIVE, Field.OFFENCE, Field.PLATE, Field.CASE_NUMBER);
    }

    @Test
    void withoutAPurposeThereIsNoPictureAndTheRefusalIsEntered() {
        var answer = view.handle(searches.caller, read.readId(), PLATE, new Form(Map.of()));

        assertThat(answer)
                .extracting(Results::problems)
                .satisfies(invalid -> assertThat(invalid)
                        .hasSize(6)
                        .allMatch(problem -> problem.field().startsWith("purpose.")));
        assertThat(searches.city.ledger().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED));
    }

    @Test
    void aPurposeIsAllThatTheBodyHolds() {
        var body = new HashMap<String, Object>(Map.of("purpose", Searches.purpose(), "plate", "7TST123"));

        assertThat(view.handle(searches.caller, read.readId(), PLATE, new Form(body)))
                .extracting(Results::refusal)
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void aPictureOfAReadPastItsRetentionIsNotFound() {
        searches.clock.set(NOW.plus(Duration.ofDays(7)).minusMillis(1));
        assertThat(handle(read.readId())).isInstanceOf(Result.Done.class);
        searches.clock.set(NOW.plus(Duration.ofDays(7)));

        assertThat(handle(read.readId())).isEqualTo(notFound());
    }

    @Test
    void aPictureIsShownNoLongerThanPicturesAre() {
        searches.city
                .policyDocuments()
                .put(TestData.withImageRetention(TestData.policy(2, NonHitRetention.DAYS_7), ImageRetention.DAYS_1));
        searches.clock.set(NOW.plus(Duration.ofDays(1)).minusMillis(1));
        assertThat(handle(read.readId())).isInstanceOf(Result.Done.class);
        searches.clock.set(NOW.plus(Duration.ofDays(1)));

        assertThat(handle(read.readId())).isEqualTo(notFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "-1", "1", "../x-1", "01JDD0ABCDEFGHJKMNPQRSTVWX-1"})
    void aReadThatIsNotThereIsNotFound(String readId) {
        assertThat(handle(readId)).isEqualTo(notFound());
    }

    @Test
    void anotherRankOfTheSameFrameIsNotFound() {
        assertThat(handle(read.uploadId() + "-2")).isEqualTo(notFound());
    }

    @Test
    void aPictureThatWasDeletedIsNotFound() {
        searches.city.pictures().delete(read.pictureKeys().getFirst());

        assertThat(handle(read.readId())).isEqualTo(notFound());
        assertThat(searches.city.ledger().entries()).hasSize(1);
    }

    @Test
    void aPictureOfNoKindOfOursIsNotFound() {
        var body = new Form(Map.of("purpose", Searches.purpose()));

        assertThat(view.handle(searches.caller, read.readId(), "frame", body)).isEqualTo(notFound());
        assertThat(searches.city.ledger().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.openings())
                        .containsKeys(Field.SUBJECT, Field.NARRATIVE, Field.CASE_NUMBER, Field.REASON));
    }

    @Test
    void withoutALedgerThereIsNoPicture() {
        Ledger broken = entry -> {
            throw new IllegalStateException("no ledger");
        };
        var mute = viewing(TestAuthorizer.open(searches.city, broken, searches.clock));

        assertThatThrownBy(() -> mute.handle(
                        searches.caller, read.readId(), PLATE, new Form(Map.of("purpose", Searches.purpose()))))
                .hasMessage("no ledger");
    }

    @Test
    void whoeverIsRefusedSeesNothing() {
        var closed = viewing(TestAuthorizer.closed(searches.city, searches.clock));

        assertThat(closed.handle(searches.caller, read.readId(), PLATE, new Form(Map.of())))
                .extracting(Results::refusal)
                .isInstanceOf(Refusal.Denied.class);
    }
}
