package passby.core.hotlist;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;
import static passby.core.testing.TestData.officer;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.request.Refusal;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.testing.AHotListEntry;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class AuditEntriesTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final EntryAudits audits = new EntryAudits(city.watermarks());
    private final AuditEntries audit =
            new AuditEntries(TestAuthorizer.open(city, clock), city.hotLists(), audits, clock);

    AuditEntriesTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
    }

    private void list(String record, String author, Duration age) {
        var created = NOW.minus(age);
        city.hotLists()
                .put(by(
                        author,
                        AHotListEntry.of(record, "7TST123")
                                .withCreatedAt(created)
                                .withEffective(created, created.plus(Duration.ofDays(20)))
                                .withApprovedBy("manager-adams")
                                .build()));
    }

    private static HotListEntry by(String author, HotListEntry entry) {
        return new HotListEntry(
                entry.source(),
                entry.recordId(),
                entry.target(),
                entry.state(),
                entry.vehicle(),
                entry.category(),
                entry.reason(),
                entry.caseNumber(),
                author,
                entry.effective(),
                entry.expires(),
                entry.createdAt(),
                entry.approvalFirst(),
                entry.approvedBy(),
                entry.withdrawnAt(),
                entry.reviewDue(),
                entry.askedAgainAt(),
                entry.revision());
    }

    private Result<AuditEntries.Audit> audit(long questioned) {
        return audit.audit(
                officer("manager-osei"),
                new Form(Map.of("questioned", BigDecimal.valueOf(questioned), "narrative", "Asked their authors")));
    }

    @Test
    void anAuditCountsLiveEntriesByAuthorAndAge() {
        list("r1", "officer-lopez", Duration.ofDays(3));
        list("r2", "officer-lopez", Duration.ofDays(9));
        list("r3", "officer-rivera", Duration.ofHours(5));
        list("r4", "officer-okafor", Duration.ofDays(21));

        var done = Results.value(audit(1));

        assertThat(done).isEqualTo(new AuditEntries.Audit(3, 2, 9, 1, NOW.plus(EntryAudits.PERIOD)));
    }

    @Test
    void itsEntryHasNumbersForEverybodyAndItsWordsForTheLedgerAlone() {
        list("r1", "officer-lopez", Duration.ofDays(3));

        audit(0);

        var openings =
                city.ledger().entries(EntryType.HOT_LIST_AUDITED).getFirst().openings();
        assertThat(Objects.requireNonNull(openings.get(Field.COUNTS)).value())
                .isEqualTo("{\"authors\":1,\"entries\":1,\"oldestDays\":3,\"questioned\":0}");
        assertThat(Objects.requireNonNull(openings.get(Field.NARRATIVE)).value())
                .isEqualTo("Asked their authors");
    }

    @Test
    void theNextOneIsDueAPeriodLater() {
        assertThat(audit.due()).isEmpty();

        audit(0);

        assertThat(audit.due()).contains(NOW.plus(EntryAudits.PERIOD));
    }

    @Test
    void twoAtTheSameMomentAreOne() {
        audit(0);

        assertThat(Results.refusal(audit(0)))
                .isEqualTo(new Refusal.Conflict("Somebody else audited the entries at the same moment."));
        assertThat(city.ledger().lastRefusal(EntryType.HOT_LIST_AUDITED)).isNotNull();
    }

    @Test
    void nobodyQuestionsMoreEntriesThanThereAreOrSaysNothing() {
        list("r1", "officer-lopez", Duration.ofDays(3));

        assertThat(Results.problems(audit(2))).extracting(Problem::field).containsExactly("questioned");
        assertThat(Results.problems(
                        audit.audit(officer("manager-osei"), new Form(Map.of("questioned", BigDecimal.ZERO)))))
                .extracting(Problem::field)
                .containsExactly("narrative");
        assertThat(audit.due()).isEmpty();
    }
}
