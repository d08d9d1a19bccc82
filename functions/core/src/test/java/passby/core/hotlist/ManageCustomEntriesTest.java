package passby.core.hotlist;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;
import static passby.core.testing.TestData.officer;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.id.Ulids;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.ledger.Outcome;
import passby.core.people.Caller;
import passby.core.policy.Bounds;
import passby.core.request.Refusal;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RecordClocks;
import passby.core.testing.AHotListEntry;
import passby.core.testing.CountingEntropy;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class ManageCustomEntriesTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final Caller caller = officer("officer-lopez");
    private final ManageCustomEntries keep = new ManageCustomEntries(
            TestAuthorizer.open(city, clock),
            city.hotLists(),
            city.limits(),
            new Ulids(clock, new CountingEntropy(1)),
            clock);

    ManageCustomEntriesTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
    }

    private static Map<String, Object> body() {
        return new HashMap<>(Map.of(
                "plate", "7tst 123",
                "state", "CA",
                "category", "bolo",
                "reason", "Seen leaving the scene",
                "caseNumber", "26-004711",
                "effective", NOW.toString(),
                "expires", NOW.plus(Duration.ofDays(7)).toString()));
    }

    private ManageCustomEntries.ShownEntry added(Map<String, Object> body) {
        return Results.value(keep.add(caller, new Form(body)));
    }

    private void assertInvalid(Map<String, Object> body, String... problems) {
        var result = keep.add(caller, new Form(body));
        assertThat(Results.problems(result))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactlyInAnyOrder(problems);
        assertThat(result.accepted()).isEqualTo(city.ledger().lastRefusal(EntryType.HOT_LIST_ENTRY_ADDED));
        assertThat(city.ledger().entries()).hasSize(1);
    }

    @Test
    void nobodyAddsMoreEntriesInAnHourThanThePolicySays() {
        for (var i = 0; i < Bounds.DEFAULT.entriesPerHour(); i++) {
            assertThat(keep.add(caller, new Form(body()))).isInstanceOf(Result.Done.class);
        }

        var beyond = keep.add(caller, new Form(body()));
        var ofAnother = keep.add(TestData.officer("officer-okafor"), new Form(body()));
        clock.advance(Duration.ofHours(1));
        var nextHour = keep.add(caller, new Form(body()));

        assertThat(Results.refusal(beyond))
                .isEqualTo(new Refusal.TooMany("At most 20 entries in an hour.", Duration.ofHours(1)));
        assertThat(ofAnother).isInstanceOf(Result.Done.class);
        assertThat(nextHour).isInstanceOf(Result.Done.class);
    }

    @Test
    void anEntryIsStoredUnderItsAuthorWithALedgerEntry() {
        var result = keep.add(caller, new Form(body()));

        var shown = Results.value(result);

        var stored = city.hotLists().find(HotListEntry.CUSTOM, shown.entry().recordId());
        assertThat(stored).contains(shown.entry());
        assertThat(shown.entry().author()).isEqualTo("officer-lopez");
        assertThat(shown.entry().target().code()).isEqualTo("7TST123");
        assertThat(shown.entry().createdAt()).isEqualTo(NOW);
        assertThat(shown.entry().approvedBy()).isNull();
        assertThat(city.ledger().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.accepted()).isEqualTo(result.accepted());
            assertThat(entry.type()).isEqualTo(EntryType.HOT_LIST_ENTRY_ADDED);
            assertThat(entry.openings().get(Field.PLATE))
                    .isNotNull()
                    .extracting(Opening::value)
                    .isEqualTo("7TST123 CA");
            assertThat(entry.openings().get(Field.ACTOR))
                    .isNotNull()
                    .extracting(Opening::value)
                    .isEqualTo("officer-lopez");
        });
    }

    @Test
    void withoutASecondPersonAnEntryDiesAfterADay() {
        assertThat(added(body()).diesAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void anEntryThatExpiresSoonerDiesThen() {
        var body = body();
        body.put("expires", NOW.plus(Duration.ofHours(3)).toString());

        assertThat(added(body).diesAt()).isEqualTo(NOW.plus(Duration.ofHours(3)));
    }

    @Test
    void anApprovedEntryLivesUntilItExpires() {
        var entry =
                AHotListEntry.of("r1", "7TST123").withApprovedBy("chief-sato").build();
        city.hotLists().put(entry);

        assertThat(keep.view(caller, "r1"))
                .extracting(Results::value)
                .satisfies(shown -> assertThat(shown.diesAt()).isEqualTo(entry.expires()));
    }

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        assertInvalid(
                Map.of(),
                "plate missing",
                "state missing",
                "category missing",
                "reason missing",
                "caseNumber missing",
                "effective missing",
                "expires missing");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var body = body();
        body.put("plate", "7TST-123-456-789");
        body.put("state", "California");
        body.put("category", "grudge");
        body.put("reason", "x".repeat(501));
        body.put("caseNumber", "?");
        body.put("effective", "today");
        body.put("color", "red");

        assertInvalid(
                body,
                "plate malformed",
                "state malformed",
                "category malformed",
                "reason out-of-range",
                "caseNumber malformed",
                "effective malformed",
                "color unknown");
    }

    @ParameterizedTest
    @EnumSource
    void noEntryLivesLongerThanItsCategoryAllows(Category category) {
        var body = body();
        body.put("category", category.code());
        body.put("expires", NOW.plus(category.longest()).plusMillis(1).toString());

        assertInvalid(body, "expires out-of-range");
        body.put("expires", NOW.plus(category.longest()).toString());
        assertThat(added(body).entry().expires()).isEqualTo(NOW.plus(category.longest()));
    }

    private void entriesLiveFor(int days) {
        city.policyDocuments()
                .put(TestData.withRecords(
                        TestData.policy(2, NonHitRetention.DAYS_7), new RecordClocks(days, 732, 2557)));
        clock.advance(Duration.ofMinutes(1));
    }

    private Map<String, Object> stolen(Duration life) {
        var body = body();
        body.put("category", "stolen-vehicle");
        body.put("expires", clock.instant().plus(life).toString());
        return body;
    }

    @Test
    void noEntryLivesLongerThanTheCitysClockWhateverItsCategoryAllows() {
        entriesLiveFor(30);

        assertInvalid(stolen(Duration.ofDays(31)), "expires out-of-range");
        assertThat(added(stolen(Duration.ofDays(30))).entry().category()).isEqualTo(Category.STOLEN_VEHICLE);
    }

    @Test
    void aShorterClockEndsWhatIsStoredAtOnceAndNoChangeRevivesIt() {
        var recordId = added(stolen(Duration.ofDays(200))).entry().recordId();
        entriesLiveFor(30);

        var shown = Results.value(keep.view(caller, recordId)).entry();
        var longer = stolen(Duration.ofDays(30));
        longer.put("revision", BigDecimal.ONE);
        var updated =
                Results.value(keep.update(caller, recordId, new Form(longer))).entry();
        clock.advance(Duration.ofDays(30));

        assertThat(shown.expires()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(updated.expires()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(Results.value(keep.list(caller))).isEmpty();
        assertThat(Results.refusal(keep.view(caller, recordId))).isInstanceOf(Refusal.NotFound.class);
        assertThat(Results.refusal(keep.withdraw(caller, recordId))).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void anEntryThatIsOverAlreadyIsRefused() {
        var body = body();
        body.put("effective", NOW.minusSeconds(60).toString());
        body.put("expires", NOW.toString());

        assertInvalid(body, "expires out-of-range");
    }

    @Test
    void anEntryThatEndsBeforeItBeginsIsRefused() {
        var body = body();
        body.put("effective", NOW.plusSeconds(120).toString());
        body.put("expires", NOW.plusSeconds(60).toString());

        assertInvalid(body, "expires out-of-range");
    }

    @Test
    void aViewIsInTheLedgerToo() {
        city.hotLists().put(AHotListEntry.of("r1", "7TST123").build());

        keep.view(caller, "r1");

        assertThat(city.ledger().entries(EntryType.HOT_LIST_ENTRY_VIEWED)).hasSize(1);
    }

    @Test
    void aWithdrawnEntryAlertsNobodyAnyMore() {
        var entry = AHotListEntry.of("r1", "7TST123").build();
        city.hotLists().put(entry);

        var answer = keep.withdraw(caller, "r1");

        assertThat(answer).isInstanceOf(Result.Done.class);
        assertThat(city.hotLists().find(HotListEntry.CUSTOM, "r1")).contains(entry.withdrawn(NOW));
        assertThat(city.ledger().entries(EntryType.HOT_LIST_ENTRY_WITHDRAWN)).hasSize(1);
    }

    @Test
    void aWithdrawnEntryIsNotFoundAnyMore() {
        city.hotLists().put(AHotListEntry.of("r1", "7TST123").build());
        keep.withdraw(caller, "r1");

        var answer = keep.view(caller, "r1");

        assertThat(Results.refusal(answer)).isInstanceOf(Refusal.NotFound.class);
        assertThat(answer.accepted()).isEqualTo(city.ledger().lastRefusal(EntryType.HOT_LIST_ENTRY_VIEWED));
    }

    @Test
    void anEntryIsWithdrawnOnce() {
        city.hotLists().put(AHotListEntry.of("r1", "7TST123").build());
        keep.withdraw(caller, "r1");
        clock.advance(Duration.ofSeconds(1));

        var again = keep.withdraw(caller, "r1");

        assertThat(Results.refusal(again)).isInstanceOf(Refusal.Conflict.class);
        assertThat(again.accepted()).isEqualTo(city.ledger().lastRefusal(EntryType.HOT_LIST_ENTRY_WITHDRAWN));
        assertThat(city.ledger().entries()).extracting(Entry::outcome).containsExactly(Outcome.DONE, Outcome.REFUSED);
    }

    @Test
    void anEntryOfAnotherSourceIsNotACustomOne() {
        city.hotLists()
                .put(AHotListEntry.of("r1", "7TST123").withSource("extract").build());

        assertThat(keep.view(caller, "r1"))
                .isEqualTo(new Result.Refused<>(
                        new Refusal.NotFound(), city.ledger().lastRefusal(EntryType.HOT_LIST_ENTRY_VIEWED)));
        assertThat(keep.withdraw(caller, "r1"))
                .isEqualTo(new Result.Refused<>(
                        new Refusal.NotFound(), city.ledger().lastRefusal(EntryType.HOT_LIST_ENTRY_WITHDRAWN)));
        assertThat(city.ledger().entries()).hasSize(2);
    }

    @Test
    void whoeverIsRefusedChangesNothing() {
        var refused = new ManageCustomEntries(
                TestAuthorizer.closed(city, clock),
                city.hotLists(),
                city.limits(),
                new Ulids(clock, new CountingEntropy(1)),
                clock);
        city.hotLists().put(AHotListEntry.of("r1", "7TST123").build());

        assertThat(refused.add(caller, new Form(body())))
                .extracting(Results::refusal)
                .isInstanceOf(Refusal.Denied.class);
        assertThat(refused.view(caller, "r1")).extracting(Results::refusal).isInstanceOf(Refusal.Denied.class);
        assertThat(refused.withdraw(caller, "r1")).extracting(Results::refusal).isInstanceOf(Refusal.Denied.class);
        assertThat(city.hotLists().find(HotListEntry.CUSTOM, "r1"))
                .contains(AHotListEntry.of("r1", "7TST123").build());
        assertThat(city.ledger().entries()).hasSize(3).allMatch(entry -> entry.type() == EntryType.ACCESS_REFUSED);
    }

    @Test
    void theProblemsNeverRepeatThePlate() {
        var body = body();
        body.put("plate", "7TST123!");

        var answer = keep.add(caller, new Form(body));

        assertThat(answer)
                .extracting(Results::problems)
                .satisfies(invalid -> assertThat(invalid)
                        .extracting(Problem::message)
                        .noneMatch(message -> message.contains("7TST")));
    }
}
