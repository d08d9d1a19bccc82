package passby.core.hotlist;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;
import static passby.core.testing.TestData.caller;
import static passby.core.testing.TestData.officer;
import static passby.core.testing.TestData.person;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.form.Form;
import passby.core.id.Ulids;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.retention.NonHitRetention;
import passby.core.testing.CountingEntropy;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

/** What becomes of an entry after it was made. */
final class EntryLifeTest {
    private static final Duration UNAPPROVED = Duration.ofHours(24);

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final Caller lopez = officer("officer-lopez");
    private final ManageCustomEntries manage = new ManageCustomEntries(
            TestAuthorizer.open(city, clock),
            city.hotLists(),
            city.limits(),
            new Ulids(clock, new CountingEntropy(1)),
            clock);

    EntryLifeTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
    }

    private Caller manager() {
        return new Caller(
                person("manager-silva", Role.PROGRAM_MANAGER), "session-of-silva", clock.instant(), "a phone");
    }

    private Map<String, Object> body(String plate, String category) {
        return new HashMap<>(Map.of(
                "plate",
                plate,
                "state",
                "CA",
                "category",
                category,
                "reason",
                "Seen leaving the scene",
                "caseNumber",
                "26-004711",
                "effective",
                clock.instant().toString(),
                "expires",
                clock.instant().plus(Duration.ofHours(60)).toString()));
    }

    private HotListEntry added(Map<String, Object> body) {
        return Results.value(manage.add(lopez, new Form(body))).entry();
    }

    private HotListEntry stored(HotListEntry entry) {
        return city.hotLists().find(HotListEntry.CUSTOM, entry.recordId()).orElseThrow();
    }

    private boolean alerts(HotListEntry entry) {
        return stored(entry).alertsAt(clock.instant(), entry.createdAt().plus(UNAPPROVED));
    }

    @Test
    void anApprovedEntryOutlivesItsDayAndNotItsExpiry() {
        var entry = added(body("7TST123", "stolen-vehicle"));
        Results.value(manage.approve(manager(), entry.recordId()));

        clock.advance(Duration.ofHours(60).minusMillis(1));
        assertThat(alerts(entry)).isTrue();
        clock.advance(Duration.ofMillis(1));

        assertThat(alerts(entry)).isFalse();
        assertThat(Results.refusal(manage.view(lopez, entry.recordId()))).isEqualTo(new Refusal.NotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"investigative", "sex-offender", "terrorist-watch-list"})
    void aSensitiveEntryAlertsNobodyBeforeItsApproval(String category) {
        var entry = added(body("7TST123", category));
        assertThat(alerts(entry)).isFalse();

        Results.value(manage.approve(manager(), entry.recordId()));

        assertThat(alerts(entry)).isTrue();
    }

    @Test
    void nobodyApprovesTheirOwnEntryAndNoOperatorAnothersNorAnybodyWithAnOldSecondFactor() {
        var entry = added(body("7TST123", "stolen-vehicle"));
        var author = caller(person("officer-lopez", Role.OPERATOR, Role.PROGRAM_MANAGER));
        var stale = manager();

        assertUnmet(author, entry, Requirement.INDEPENDENT_PERSON);
        assertUnmet(officer("officer-okafor"), entry, Requirement.INDEPENDENT_PERSON);
        clock.advance(Caller.FRESH);
        assertUnmet(stale, entry, Requirement.FRESH_SECOND_FACTOR);

        assertThat(stored(entry).approvedBy()).isNull();
    }

    private void assertUnmet(Caller caller, HotListEntry entry, Requirement requirement) {
        assertThat(Results.refusal(manage.approve(caller, entry.recordId()))).isEqualTo(new Refusal.Unmet(requirement));
    }

    @Test
    void anEntryIsApprovedOnce() {
        var entry = added(body("7TST123", "stolen-vehicle"));
        Results.value(manage.approve(manager(), entry.recordId()));

        assertThat(Results.state(manage.approve(manager(), entry.recordId()))).isEqualTo("2");
    }

    @Test
    void reEnteringAPlateDoesNotRenewItsDay() {
        var first = added(body("7TST123", "bolo"));
        assertThat(alerts(first)).isTrue();
        Results.value(manage.withdraw(lopez, first.recordId()));
        clock.advance(Duration.ofDays(29));

        var second = added(body("7TSTI23", "bolo"));

        assertThat(second.approvalFirst()).isTrue();
        assertThat(alerts(second)).isFalse();
        clock.advance(HotListEntry.REENTRY.plusMillis(1));
        assertThat(added(body("7TST123", "bolo")).approvalFirst()).isFalse();
    }

    /** A part of a plate, or a car that is described, is followed by re-entering it as well as a plate. */
    @Test
    void reEnteringAPartOfAPlateOrADescriptionDoesNotRenewItsDayEither() {
        added(body("7TSI2*", "bolo"));
        var described = body("", "bolo");
        described.remove("plate");
        described.put("vehicle", Map.of("make", "Ford", "colour", "white"));
        added(described);
        clock.advance(Duration.ofDays(2));

        assertThat(added(body("7TS12*", "bolo")).approvalFirst()).isTrue();
        assertThat(added(described).approvalFirst()).isTrue();
        described.put("vehicle", Map.of("make", "Ford", "colour", "blue"));
        assertThat(added(described).approvalFirst()).isFalse();
        assertThat(added(body("7TS13*", "bolo")).approvalFirst()).isFalse();
    }

    @Test
    void anUpdateNeedsTheRevisionThatItsSenderSaw() {
        var entry = added(body("7TST123", "bolo"));
        var change = body("7TST123", "bolo");
        change.put("reason", "Blue tarpaulin");
        change.put("revision", BigDecimal.ONE);

        var updated = Results.value(manage.update(lopez, entry.recordId(), new Form(change)))
                .entry();

        assertThat(updated.reason()).isEqualTo("Blue tarpaulin");
        assertThat(stored(entry)).isEqualTo(updated);
        assertThat(Results.state(manage.update(lopez, entry.recordId(), new Form(change))))
                .isEqualTo("2");
    }

    @Test
    void aLongerLifeOrAnotherCategoryNeedsANewApprovalAndAShorterLifeDoesNot() {
        var entry = added(body("7TST123", "stolen-vehicle"));
        Results.value(manage.approve(manager(), entry.recordId()));
        var approved = stored(entry);
        var shorter = body("7TST123", "stolen-vehicle");
        shorter.put("expires", NOW.plus(Duration.ofHours(2)).toString());
        shorter.put("revision", BigDecimal.TWO);

        var updated = Results.value(manage.update(lopez, entry.recordId(), new Form(shorter)))
                .entry();

        assertThat(updated.approvedBy()).isEqualTo("manager-silva");
        assertThat(updated.updated(approved).approvedBy()).isNull();
    }

    @Test
    void thePlateOfAnEntryNeverChanges() {
        var entry = added(body("7TST123", "bolo"));
        var change = body("7TST124", "bolo");
        change.put("revision", BigDecimal.ONE);

        assertThat(Results.state(manage.update(lopez, entry.recordId(), new Form(change))))
                .isEqualTo("1");
    }

    @Test
    void anotherOfficerNeitherUpdatesNorWithdrawsAndTheProgramManagerDoes() {
        var entry = added(body("7TST123", "bolo"));
        var change = body("7TST123", "bolo");
        change.put("revision", BigDecimal.ONE);
        var okafor = officer("officer-okafor");

        assertThat(Results.refusal(manage.update(okafor, entry.recordId(), new Form(change))))
                .isInstanceOf(Refusal.Denied.class);
        assertThat(Results.refusal(manage.withdraw(okafor, entry.recordId()))).isInstanceOf(Refusal.Denied.class);
        assertThat(Results.value(manage.withdraw(manager(), entry.recordId()))
                        .entry()
                        .withdrawnAt())
                .isEqualTo(NOW);
    }

    @Test
    void afterItsHitSomebodySaysWithinADayWhatBecomesOfIt() {
        var entry = added(body("7TST123", "bolo"));
        var reason = new Form(Map.of("reason", "Still sought"));
        assertThat(Results.refusal(manage.keep(lopez, entry.recordId(), reason)))
                .isInstanceOf(Refusal.Conflict.class);
        city.hotLists().put(stored(entry).toBeReviewed(NOW));
        assertThat(stored(entry)
                        .isReviewOverdue(NOW.plus(HotListEntry.REVIEW_WITHIN).minusMillis(1)))
                .isFalse();
        assertThat(stored(entry).isReviewOverdue(NOW.plus(HotListEntry.REVIEW_WITHIN)))
                .isTrue();

        Results.value(manage.keep(lopez, entry.recordId(), new Form(Map.of("reason", "Still sought"))));

        assertThat(stored(entry).reviewDue()).isNull();
    }

    @Test
    void aPartOfAPlateLivesForThreeDaysAtMost() {
        var body = body("7TS?1*", "bolo");
        body.put("expires", NOW.plus(Duration.ofDays(3)).plusMillis(1).toString());

        assertThat(Results.problems(manage.add(lopez, new Form(body))))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly("expires out-of-range");

        body.put("expires", NOW.plus(Duration.ofDays(3)).toString());
        assertThat(added(body).target()).isEqualTo(new Target.PlatePart(new PlatePattern("7TS?1*")));
    }

    @Test
    void aVehicleMayBeDescribedWithoutAPlate() {
        var body = body("", "bolo");
        body.remove("plate");
        body.put("vehicle", Map.of("make", "Ford", "colour", "white"));
        assertThat(added(body).target()).isEqualTo(new Target.AnyPlate());

        body.put("vehicle", Map.of("make", "Ford", "colour", "<white>"));

        assertThat(Results.problems(manage.add(lopez, new Form(body))))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactlyInAnyOrder("plate missing", "vehicle.colour malformed");
    }

    @Test
    void aCityHasFiftyEntriesWithoutAWholePlateAtMost() {
        for (var i = 0; i < HotLists.MAX_OPEN; i++) {
            if (i % 20 == 19) {
                clock.advance(Duration.ofHours(1));
            }
            added(body("A%02dB*".formatted(i), "bolo"));
        }

        assertThat(Results.refusal(manage.add(lopez, new Form(body("ZZZ*", "bolo")))))
                .isInstanceOf(Refusal.Conflict.class);
        added(body("7TST123", "bolo"));
    }

    @Test
    void liveEntriesAreListedForTheAudit() {
        var first = added(body("7TST123", "bolo"));
        clock.advance(Duration.ofMinutes(1));
        var second = added(body("7TST124", "bolo"));
        Results.value(manage.withdraw(lopez, first.recordId()));

        assertThat(Results.value(manage.list(manager())))
                .extracting(ManageCustomEntries.ShownEntry::entry)
                .containsExactly(second);
    }

    @Test
    void whatIsOverIsNotChanged() {
        var entry = added(body("7TST123", "bolo"));
        clock.advance(Duration.ofHours(60));

        assertThat(Results.refusal(manage.withdraw(lopez, entry.recordId()))).isInstanceOf(Refusal.Conflict.class);
        assertThat(Results.refusal(manage.approve(manager(), entry.recordId()))).isInstanceOf(Refusal.Conflict.class);
    }
}
