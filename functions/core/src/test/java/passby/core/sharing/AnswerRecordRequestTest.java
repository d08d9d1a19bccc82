package passby.core.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import passby.core.conduct.Act;
import passby.core.conduct.InMemoryActs;
import passby.core.form.Form;
import passby.core.hotlist.ListedState;
import passby.core.hotlist.Suppression;
import passby.core.id.CaseNumber;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.plate.Plate;
import passby.core.read.Correction;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RetentionClass;
import passby.core.sharing.OwnRecords.Day;
import passby.core.sharing.OwnRecords.Event;
import passby.core.sharing.OwnRecords.Silenced;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

/** A person who keeps being stopped for somebody else's record asks what the city has. */
final class AnswerRecordRequestTest {
    private static final String PLATE = "7TST123";
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    private final Sharing sharing = new Sharing(
            TestData.policy(NonHitRetention.DAYS_30), (requester, profile) -> new SharingPolicies.Verdict.Permitted());
    private final InMemoryActs acts = new InMemoryActs();
    private final AtomicInteger entries = new AtomicInteger();

    private Result<OwnRecords> answered(Map<String, Object> body) {
        return new AnswerRecordRequest(
                        TestAuthorizer.open(sharing.city, sharing.clock),
                        sharing.city.frames(),
                        acts,
                        sharing.city.suppressions(),
                        sharing.city.limits(),
                        () -> TestData.CITY_KEY,
                        sharing.clock)
                .handle(sharing.records, new Form(body));
    }

    private static Map<String, Object> body() {
        return new HashMap<>(Map.of(
                "plate", PLATE,
                "state", "CA",
                "requestNumber", "RR-2036-17",
                "identity", "File 17 of the records office"));
    }

    private void did(Act.Kind kind, Instant at) {
        acts.put(List.of(new Act(
                "entry-" + entries.incrementAndGet(),
                at,
                kind,
                "key of an officer",
                TestData.CITY_KEY.plateKey(new Plate(PLATE)).value(),
                "key of a case",
                "key of a device",
                false,
                false)));
    }

    @Test
    void anAnswerTellsOfReadsThatWereCorrectedToThePlateAndCountsThem() {
        var misread = sharing.read("7TST199");
        sharing.store(sharing.read(PLATE));
        sharing.store(misread);
        var shown = new Plate(PLATE);
        var said = new Correction(
                "01KTEST0000000000000000001",
                TestData.CITY_KEY.plateKey(shown),
                shown,
                null,
                "A 2 and a 3",
                "officer-lopez",
                NOW,
                "entry");
        sharing.city.frames().add(misread.build(), said, TestData.entry(EntryType.READ_CORRECTED));

        var records = Results.value(answered(body()));

        assertThat(records.reads()).isEqualTo(2);
        assertThat(records.corrected()).isEqualTo(1);
    }

    @Test
    void anAnswerTellsHowOftenAndOnWhichDaysAndNothingElse() {
        sharing.store(sharing.read(PLATE));
        sharing.store(sharing.read(PLATE).withClass(RetentionClass.HIT));
        sharing.store(sharing.read("7TST124"));
        did(Act.Kind.SEARCH, NOW.minus(Duration.ofDays(2)));
        did(Act.Kind.SEARCH, NOW.minus(Duration.ofDays(2)).plusSeconds(1));
        did(Act.Kind.HIT_REJECTED, NOW);

        var records = Results.value(answered(body()));

        assertThat(records.reads()).isEqualTo(2);
        assertThat(records.more()).isFalse();
        assertThat(records.days())
                .containsExactly(
                        new Day(TODAY.minusDays(2), Event.SEARCH, 2),
                        new Day(TODAY, Event.HIT, 1),
                        new Day(TODAY, Event.HIT_REJECTED, 1));
    }

    /** It would warn whoever is sought. */
    @Test
    void entriesOfListsAreToldToNobody() {
        did(Act.Kind.LIST_ENTRY, NOW);

        assertThat(Results.value(answered(body())).days()).isEmpty();
    }

    @Test
    void theListsThatAreSilencedForThePlateAreNamedWithTheirEnd() {
        var until = NOW.plus(Duration.ofDays(60));
        sharing.city
                .suppressions()
                .put(new Suppression(
                        "01KTEST0000000000000000001",
                        "ncic",
                        new Plate(PLATE),
                        new ListedState.Named("CA"),
                        "Recovered",
                        new CaseNumber("26-004711"),
                        "records-zhou",
                        NOW,
                        until));

        assertThat(Results.value(answered(body())).silenced()).containsExactly(new Silenced("ncic", until));
    }

    @Test
    void whatIsPastItsInstantIsNotCounted() {
        sharing.store(sharing.read(PLATE).withExpiresAt(NOW));

        assertThat(Results.value(answered(body())).reads()).isZero();
    }

    @Test
    void theEntrySaysWhosePlateWasLookedAtAndWhereTheCheckIsOnFile() {
        answered(body());

        var entry =
                sharing.city.ledger().entries(EntryType.RECORD_REQUEST_ANSWERED).getFirst();
        assertThat(entry.openings().get(Field.PLATE))
                .satisfies(plate -> assertThat(plate.value()).isEqualTo(PLATE));
        assertThat(entry.openings().get(Field.NARRATIVE))
                .satisfies(identity -> assertThat(identity.value()).contains("File 17"));
        assertThat(entry.openings()).doesNotContainKey(Field.QUERY);
    }

    @Test
    void aRequestWithoutACheckedIdentityIsRefused() {
        var body = body();
        body.remove("identity");

        assertThat(Results.problems(answered(body)))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly("identity missing");
    }

    @Test
    void itNeedsAFreshSecondFactor() {
        sharing.clock.advance(Duration.ofMinutes(5));

        assertThat(Results.refusal(answered(body()))).isEqualTo(new Refusal.Unmet(Requirement.FRESH_SECOND_FACTOR));
    }

    @Test
    void itCountsAgainstTheSearchesOfTheHour() {
        for (var i = 0; i < 30; i++) {
            Results.value(answered(body()));
        }

        assertThat(Results.refusal(answered(body()))).isInstanceOf(Refusal.TooMany.class);
    }
}
