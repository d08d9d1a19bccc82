package passby.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.form.Form;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.read.Read;
import passby.core.request.Refusal;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class ViewReadTest {
    private final Searches searches = new Searches(TestData.policy(NonHitRetention.DAYS_7));
    private final Read read = searches.stored("7TST123", NOW);
    private final ViewRead view = new ViewRead(
            TestAuthorizer.open(searches.city, searches.clock),
            searches.city.frames(),
            searches.city.frames(),
            searches.decoyRows(),
            searches.city.limits(),
            searches.purposes(),
            searches.clock);

    private Result<Read> handle(String readId) {
        return view.handle(searches.caller, readId, new Form(Map.of("purpose", Searches.purpose())));
    }

    @Test
    void aRowIsOpenedForAPurposeAndItsEntrySaysWhoseReadItWas() {
        assertThat(Results.value(handle(read.readId()))).isEqualTo(read);

        var entry = searches.city.ledger().entries().getLast();
        var opened = searches.city.ledger().openings(entry.entryId());
        assertThat(entry.type()).isEqualTo(EntryType.READ_VIEWED);
        assertThat(opened.get(Field.PLATE)).extracting("value").isEqualTo("7TST123");
        assertThat(opened.get(Field.SUBJECT)).extracting("value").isEqualTo(read.readId());
        assertThat(opened).containsKeys(Field.NARRATIVE, Field.CASE_NUMBER, Field.OFFENCE);
    }

    @Test
    void withoutAPurposeNothingIsOpened() {
        var refused = view.handle(searches.caller, read.readId(), new Form(Map.of()));

        assertThat(Results.problems(refused)).isNotEmpty();
        assertThat(searches.city.ledger().entries().getLast().type()).isEqualTo(EntryType.READ_VIEWED);
    }

    @Test
    void whoOpensRowAfterRowIsStoppedAsWhoSearchesTooMuch() {
        var perHour = TestData.policy(NonHitRetention.DAYS_7).bounds().searchesPerHour();
        for (var number = 0; number < perHour; number++) {
            handle(read.readId());
        }

        assertThat(Results.refusal(handle(read.readId()))).isInstanceOf(Refusal.TooMany.class);
    }

    @Test
    void aReadPastItsRetentionIsNotOpenedThoughItIsStillStored() {
        searches.clock.advance(Duration.ofDays(8));

        assertThat(Results.refusal(handle(read.readId()))).isEqualTo(new Refusal.NotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "-1", "01K9ZQ3F8M7T5V2XW4Y6A8B0CD-1", "x\uD83D\uDE00-1"})
    void anImpossibleIdIsNotFound(String readId) {
        assertThat(Results.refusal(handle(readId))).isEqualTo(new Refusal.NotFound());
    }
}
