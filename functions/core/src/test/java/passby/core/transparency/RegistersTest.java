package passby.core.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import passby.core.disclosure.SealedEntry;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** How lists, cameras and audits stand, from entries and from what is opened of them. */
final class RegistersTest {
    private static final String STATE =
            "{\"acceptedBy\":\"%s\",\"agency\":\"State Police, North\",\"layout\":\"mn\",\"maxAgeHours\":24,"
                    + "\"proposedBy\":\"system-admin\",\"source\":\"state\"}";
    private static final String FILE =
            "{\"added\":1,\"changed\":0,\"entries\":90,\"refused\":{\"N\":3,\"V\":2},\"rejected\":{\"bad-plate\":4},"
                    + "\"removed\":0,\"rows\":99,\"source\":\"state\",\"version\":1}";
    private static final String CAMERA =
            "{\"camera\":\"cam-elm\",\"heading\":90,\"installed\":\"2036-05-06\",\"latitude\":\"38.50000\","
                    + "\"longitude\":\"-121.25000\",\"mobile\":false,\"name\":\"Elm\",\"owner\":\"Springfield Police\","
                    + "\"ownerType\":\"own-agency\",\"zone\":\"north\"}";

    private final MutableClock clock = new MutableClock(TestData.NOW);
    private final EntryFactory entries = new EntryFactory(clock, new Unique()::bytes);
    private Registers registers = Registers.empty();
    private long next;

    private void enter(EntryType type, Outcome outcome, Map<Field, String> committed) {
        enter(type, outcome, committed, List.of());
    }

    private String enter(EntryType type, Outcome outcome, Map<Field, String> committed, List<String> references) {
        var entry = entries.create(type, outcome, TestData.POLICY_HASH, committed, references);
        var sealed = SealedEntry.parse(entry.canonical().getBytes(StandardCharsets.UTF_8));
        registers.add(new PublicEntry(next++, sealed, entry.openings()).asPublished());
        return entry.entryId();
    }

    private void enter(EntryType type, Map<Field, String> committed) {
        enter(type, Outcome.DONE, committed);
    }

    private String file(String name) {
        return Objects.requireNonNull(registers.texts().get(name));
    }

    private Map<String, String> list() {
        var lines = Csv.lines(file("hotlists.csv"));
        var names = Csv.cells(lines.getFirst());
        var cells = Csv.cells(lines.getLast());
        var row = new HashMap<String, String>();
        for (var column = 0; column < names.size(); column++) {
            row.put(names.get(column), cells.get(column));
        }
        return row;
    }

    @Test
    void aListSaysWhoArmedItHowOldItIsAndWhatWasRefusedByCode() {
        enter(EntryType.LIST_PROPOSED, Map.of(Field.AFTER, STATE.formatted("")));
        assertThat(list())
                .containsEntry("state", "proposed")
                .containsEntry("age_hours", "")
                .containsEntry("imports", "0");
        enter(EntryType.LIST_ACCEPTED, Map.of(Field.AFTER, STATE.formatted("chief")));
        enter(EntryType.LIST_IMPORTED, Map.of(Field.AFTER, FILE));
        clock.advance(Duration.ofHours(30));
        enter(EntryType.LIST_IMPORTED, Outcome.REFUSED, Map.of(Field.AFTER, FILE));

        assertThat(list())
                .containsEntry("agency", "State Police, North")
                .containsEntry("state", "armed")
                .containsEntry("proposed_by", "system-admin")
                .containsEntry("accepted_by", "chief")
                .containsEntry("imported", "2036-05-06T12Z")
                .containsEntry("age_hours", "30")
                .containsEntry("entries", "90")
                .containsEntry("rows_rejected", "4")
                .containsEntry("rows_refused", "5")
                .containsEntry("refused_by_code", "N:3 V:2")
                .containsEntry("imports", "1")
                .containsEntry("imports_aborted", "1");
        enter(EntryType.LIST_SUSPENDED, Map.of(Field.AFTER, STATE.formatted("")));
        assertThat(list()).containsEntry("state", "suspended").containsEntry("accepted_by", "");
    }

    @Test
    void whatSomebodyAskedForAndDidNotGetIsNotShown() {
        enter(EntryType.LIST_PROPOSED, Outcome.REFUSED, Map.of(Field.AFTER, STATE.formatted("")));
        enter(EntryType.CAMERA_REGISTERED, Outcome.REFUSED, Map.of(Field.AFTER, CAMERA));
        enter(EntryType.CONDUCT_REVIEW_CLOSED, Outcome.REFUSED, Map.of(Field.SUBJECT, "r1", Field.ACTION, "error"));

        assertThat(Csv.lines(file("hotlists.csv"))).hasSize(1);
        assertThat(file("cameras.geojson")).doesNotContain("cam-elm");
        assertThat(file("audit-findings.json")).contains("\"error\":0");
    }

    @Test
    void aCameraStandsByPlaceAndAMobileOneWithoutOne() {
        enter(EntryType.CAMERA_REGISTERED, Map.of(Field.AFTER, CAMERA));
        enter(
                EntryType.CAMERA_REGISTERED,
                Map.of(
                        Field.AFTER,
                        "{\"camera\":\"car-12\",\"installed\":\"2036-05-06\",\"mobile\":true,\"owner\":\"Mall\","
                                + "\"ownerType\":\"other\",\"zone\":\"north\"}"));

        assertThat(file("cameras.geojson"))
                .contains(
                        "{\"type\":\"Feature\",\"id\":\"cam-elm\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[-121.25000,38.50000]}",
                        "\"direction\":90",
                        "\"id\":\"car-12\",\"geometry\":null",
                        "\"kind\":\"mobile\"",
                        "\"operator:type\":\"other\"");
    }

    @Test
    void aCameraThatIsSuspendedOrRetiredStaysWithItsState() {
        enter(EntryType.CAMERA_REGISTERED, Map.of(Field.AFTER, CAMERA));
        enter(EntryType.CAMERA_SUSPENDED, Map.of(Field.AFTER, CAMERA));
        assertThat(file("cameras.geojson")).contains("\"state\":\"suspended\"");
        enter(EntryType.CAMERA_RESUMED, Map.of(Field.AFTER, CAMERA));
        assertThat(file("cameras.geojson")).contains("\"state\":\"in-service\"");
        enter(
                EntryType.CAMERA_RETIRED,
                Map.of(Field.AFTER, CAMERA.replace("\"zone\"", "\"retired\":\"2036-06-01\",\"zone\"")));

        assertThat(file("cameras.geojson")).contains("\"state\":\"retired\"", "\"retired\":\"2036-06-01\"");
    }

    @Test
    void aWeekThatWasMissedStaysMissedWhenItsReviewIsMadeLate() {
        enter(EntryType.REVIEW_MISSED, Map.of(Field.SUBJECT, "2036-W17"));
        enter(EntryType.REVIEW_DRAWN, Map.of(Field.SUBJECT, "2036-W17"));
        enter(EntryType.REVIEW_REPORTED, Map.of(Field.SUBJECT, "2036-W17", Field.RESULT_COUNT, "2"));
        enter(EntryType.REVIEW_APPROVED, Map.of(Field.SUBJECT, "2036-W17"));

        assertThat(file("audit-findings.json"))
                .contains("{\"missed\":true,\"questioned\":2,\"state\":\"approved\",\"week\":\"2036-W17\"}");
    }

    @Test
    void findingsAreCountedByClassAndNameNobody() {
        enter(
                EntryType.CONDUCT_REVIEW_OPENED,
                Map.of(Field.SUBJECT, "01REVIEW", Field.REASON, "decoy", Field.ACTOR, "watch-conduct"));
        enter(EntryType.CONDUCT_REVIEW_OPENED, Map.of(Field.SUBJECT, "02REVIEW", Field.REASON, "off-duty"));
        enter(
                EntryType.CONDUCT_REVIEW_CLOSED,
                Map.of(Field.SUBJECT, "01REVIEW", Field.ACTION, "stalking", Field.ACTOR, "auditor-reyes"));

        assertThat(file("audit-findings.json"))
                .contains("\"finding\":\"stalking\"", "\"stalking\":1", "\"no-misuse\":0", "\"state\":\"open\"")
                .doesNotContain("decoy", "off-duty", "auditor", "REVIEW");
    }

    @Test
    void aReviewThatIsOpenForMoreThanTwoWeeksIsOverdue() {
        enter(EntryType.CONDUCT_REVIEW_OPENED, Map.of(Field.SUBJECT, "01REVIEW"));
        clock.advance(Duration.ofDays(14));
        enter(EntryType.SIGN_IN, Map.of());
        assertThat(file("audit-findings.json")).doesNotContain("\"state\":\"overdue\"");

        clock.advance(Duration.ofHours(1));
        enter(EntryType.SIGN_IN, Map.of());

        assertThat(file("audit-findings.json")).contains("\"state\":\"overdue\"");
    }

    @Test
    void anAuditOfTheHotListIsOverdueUntilOneIsMade() {
        enter(EntryType.HOT_LIST_AUDIT_MISSED, Map.of(Field.SUBJECT, "2036-06-05"));
        assertThat(file("audit-findings.json"))
                .contains("\"hot_list_audit_overdue\":true", "{\"due\":\"2036-06-05\",\"missed\":true}");

        enter(
                EntryType.HOT_LIST_AUDITED,
                Map.of(
                        Field.COUNTS, "{\"authors\":2,\"entries\":9,\"oldestDays\":21,\"questioned\":1}",
                        Field.NARRATIVE, "officer-lopez"));

        assertThat(file("audit-findings.json"))
                .contains(
                        "\"hot_list_audit_overdue\":false",
                        "{\"authors\":2,\"entries\":9,\"hour\":\"2036-05-06T12Z\",\"oldestDays\":21,\"questioned\":1}")
                .doesNotContain("lopez");
    }

    @Test
    void reviewsOfEntriesThatNobodyMadeAreCountedFromTheClocksCounts() {
        enter(EntryType.COUNTED, Map.of(Field.COUNTS, "{\"hot-list-review-missed\":2,\"read\":5}"));
        enter(EntryType.COUNTED, Map.of(Field.COUNTS, "{\"read\":5}"));

        assertThat(file("audit-findings.json")).contains("\"hot_list_entry_reviews_missed\":2");
    }

    @Test
    void aRequestFromOutsideIsFollowedToItsEndByTheEntriesThatLaterStepsName() {
        var asked = Map.of(
                Field.AFTER,
                "{\"agency\":\"Shelbyville Police\",\"basis\":\"warrant\",\"cameras\":\"all\",\"class\":\"in-state-law-enforcement\","
                        + "\"state\":\"CA\",\"windowHours\":48}",
                Field.OFFENCE,
                "burglary",
                Field.GRANT,
                "01GRANT",
                Field.PLATE,
                "7TST123");
        var first = enter(EntryType.GRANT_REQUESTED, Outcome.DONE, asked, List.of());
        enter(EntryType.GRANT_REQUESTED, Outcome.REFUSED, asked, List.of());
        clock.advance(Duration.ofHours(1));
        var decided = enter(EntryType.GRANT_DECIDED, Outcome.DONE, Map.of(Field.ACTION, "approve"), List.of(first));
        assertThat(file("grants.csv")).contains(",48,approved,2036-05-06T13Z,,\r\n");
        enter(EntryType.GRANT_RELEASED, Outcome.DONE, Map.of(Field.RESULT_COUNT, "3"), List.of(first, decided));

        assertThat(Csv.lines(file("grants.csv")).subList(1, 3))
                .containsExactly(
                        "0,2036-05-06T12Z,Shelbyville Police,in-state-law-enforcement,CA,warrant,burglary,all,48,released,"
                                + "2036-05-06T13Z,2036-05-06T13Z,3",
                        "1,2036-05-06T12Z,Shelbyville Police,in-state-law-enforcement,CA,warrant,burglary,all,48,refused-by-rule,,,");
    }

    @Test
    void aDecisionThatWasRefusedChangesNothing() {
        var asked = enter(EntryType.GRANT_REQUESTED, Outcome.DONE, Map.of(), List.of());
        enter(EntryType.GRANT_DECIDED, Outcome.REFUSED, Map.of(Field.ACTION, "approve"), List.of(asked));

        assertThat(file("grants.csv")).contains(",requested,");
    }

    /** A run takes up what the run before wrote down, and comes to the same files. */
    @Test
    void whatIsWrittenDownBetweenTwoRunsLeadsToTheSameFiles() {
        enter(EntryType.LIST_ACCEPTED, Map.of(Field.AFTER, STATE.formatted("chief")));
        enter(EntryType.LIST_IMPORTED, Map.of(Field.AFTER, FILE));
        enter(EntryType.CAMERA_REGISTERED, Map.of(Field.AFTER, CAMERA));
        enter(EntryType.REVIEW_MISSED, Map.of(Field.SUBJECT, "2036-W17"));
        enter(EntryType.CONDUCT_REVIEW_OPENED, Map.of(Field.SUBJECT, "01REVIEW"));
        enter(EntryType.HOT_LIST_AUDIT_MISSED, Map.of(Field.SUBJECT, "2036-06-05"));
        var before = registers.texts();

        registers = Registers.parse(registers.state());

        assertThat(registers.texts()).isEqualTo(before);
        assertThat(registers.until()).isEqualTo(6);
        assertThat(List.copyOf(before.keySet()))
                .containsExactlyInAnyOrder("hotlists.csv", "grants.csv", "cameras.geojson", "audit-findings.json");
    }
}
