package passby.core.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import passby.core.archive.InMemoryArchive;
import passby.core.audit.InMemoryOpenings;
import passby.core.id.Digests;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.ledger.Outcome;
import passby.core.note.Note;
import passby.core.note.TestKeys;
import passby.core.policy.EffectivePolicy;
import passby.core.retention.NonHitRetention;
import passby.core.sealing.TestLog;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

final class PublishDataSetTest {
    private static final Instant NOON = Instant.parse("2036-05-06T12:00:00Z");

    private static final String CAMERA =
            "{\"camera\":\"cam-elm\",\"heading\":90,\"installed\":\"2036-05-06\",\"latitude\":\"38.50000\","
                    + "\"longitude\":\"-121.25000\",\"mobile\":false,\"name\":\"Elm & Third\",\"owner\":\"Springfield Police\","
                    + "\"ownerType\":\"own-agency\",\"zone\":\"north\"}";

    private static final EffectivePolicy WEEK = TestData.policy(1, NonHitRetention.DAYS_7);
    private static final EffectivePolicy FLUSH = TestData.policy(2, NonHitRetention.FLUSH);

    private final TestLog log = new TestLog();
    private final InMemoryOpenings openings = new InMemoryOpenings();
    private final InMemoryArchive files = new InMemoryArchive();
    private final Unique unique = new Unique();
    private final EntryFactory entries = new EntryFactory(log.clock, unique::bytes);
    private final PublishDataSet publish = new PublishDataSet(
            log.store,
            files,
            openings,
            TestKeys.LOG,
            new Pseudonyms(() -> TestData.CITY_KEY),
            PublishDataSetTest::rules);

    private static Optional<EffectivePolicy> rules(String hash) {
        return Stream.of(WEEK, FLUSH)
                .filter(policy -> policy.hash().equals(hash))
                .findFirst();
    }

    @BeforeEach
    void begin() {
        log.clock.set(NOON);
    }

    private void enter(EntryType type, Outcome outcome, Map<Field, String> committed) {
        enter(type, outcome, TestData.POLICY_HASH, committed);
    }

    private void enter(EntryType type, Outcome outcome, String policyHash, Map<Field, String> committed) {
        var entry = entries.create(type, outcome, policyHash, committed);
        log.accept(entry);
        openings.accept(entry);
    }

    private void search(String officer, String plate, Outcome outcome) {
        enter(
                EntryType.SEARCH,
                outcome,
                Map.of(
                        Field.ACTOR, officer,
                        Field.PLATE, plate,
                        Field.CAMERAS, "all",
                        Field.OFFENCE, "burglary",
                        Field.CASE_NUMBER, "26-1001",
                        Field.ON_BEHALF_OF, "own; none",
                        Field.NARRATIVE, "made up",
                        Field.RESULT_COUNT, "3"));
    }

    private void seal() {
        log.clock.set(log.clock.instant().plus(Duration.ofMinutes(2)));
        log.sealer().handle();
    }

    private String file(String name) {
        return files.find(name).orElseThrow();
    }

    private Map<String, String> day(String day) {
        var lines = Csv.lines(file("daily.csv"));
        var names = List.of(lines.getFirst().split(",", -1));
        var row = lines.stream()
                .filter(line -> line.startsWith(day + ","))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        var cells = new HashMap<String, String>();
        for (var column = 0; column < row.length; column++) {
            cells.put(names.get(column), row[column]);
        }
        return cells;
    }

    @Test
    void beforeAnythingIsPublicThereIsNothing() {
        assertThat(publish.handle()).isZero();

        assertThat(files.list("")).isEmpty();
    }

    @Test
    void figuresFollowFromEntriesAndWhatTheCityOpensOfThem() {
        search("officer-rivera", "7TST123", Outcome.DONE);
        search("officer-rivera", "7TST123", Outcome.REFUSED);
        enter(
                EntryType.COUNTED,
                Outcome.DONE,
                Map.of(
                        Field.COUNTS,
                        "{\"frame-no-plate\":2,\"frame-with-plates\":5,\"read\":6,\"reason-judged\":8,\"reason-vague\":2}"));
        enter(
                EntryType.ROWS_PURGED,
                Outcome.DONE,
                Map.of(
                        Field.COUNTS,
                        "{\"at\":\"2036-05-06T12:00:40Z\",\"earliest\":\"2036-05-06T12:00:10Z\",\"rows\":{\"Frames\":4,\"Reads\":7}}"));
        enter(EntryType.HIT_STEP, Outcome.DONE, Map.of(Field.ACTION, "rejected", Field.REASON, "misread"));
        enter(EntryType.HIT_STEP, Outcome.DONE, Map.of(Field.ACTION, "disposition", Field.REASON, "arrest, stop"));
        seal();

        assertThat(publish.handle()).isEqualTo(6);

        assertThat(day("2036-05-06"))
                .containsEntry("searches", "1")
                .containsEntry("searches_refused", "1")
                .containsEntry("frames_read", "7")
                .containsEntry("reads", "6")
                .containsEntry("reasons_judged", "8")
                .containsEntry("reasons_vague", "2")
                .containsEntry("rows_purged", "11")
                .containsEntry("purge_lag_max", "30")
                .containsEntry("hits_rejected", "1")
                .containsEntry("misreads", "1")
                .containsEntry("stops", "1")
                .containsEntry("arrests", "1")
                .containsEntry("last_entry", "5");
    }

    @Test
    void aDayWithoutAnythingStandsThereToo() {
        search("officer-rivera", "7TST123", Outcome.DONE);
        seal();
        log.clock.set(NOON.plus(Duration.ofDays(3)));
        search("officer-rivera", "7TST123", Outcome.DONE);
        seal();

        publish.handle();

        assertThat(day("2036-05-07")).containsEntry("searches", "0").containsEntry("last_entry", "-1");
        assertThat(Csv.lines(file("daily.csv"))).hasSize(5);
    }

    @Test
    void nobodyAndNothingIsNamedAndTheSameIsTheSameWithinAQuarter() {
        search("officer-rivera", "OBI1234", Outcome.DONE);
        seal();
        search("officer-rivera", "0B11234", Outcome.DONE);
        seal();
        search("officer-okafor", "7TST123", Outcome.DONE);
        seal();

        publish.handle();

        var rows = searches("2036-05");
        assertThat(file("searches/2036-05.csv")).doesNotContain("rivera", "OBI1234", "26-1001", "made up");
        assertThat(rows.get(0)).contains("2036-05-06T12Z", "plate", "burglary", "own; none", "3", "done");
        assertThat(rows.get(0).get(2))
                .isEqualTo(rows.get(1).get(2))
                .isNotEqualTo(rows.get(2).get(2))
                .hasSize(16);
        assertThat(rows.get(0).get(3))
                .as("look-alikes are one target")
                .isEqualTo(rows.get(1).get(3));
    }

    @Test
    void theNextQuarterHasOtherPseudonyms() {
        search("officer-rivera", "7TST123", Outcome.DONE);
        seal();
        log.clock.set(Instant.parse("2036-06-30T23:00:00Z"));
        search("officer-rivera", "7TST123", Outcome.DONE);
        seal();
        log.clock.set(Instant.parse("2036-07-01T00:00:00Z"));
        search("officer-rivera", "7TST123", Outcome.DONE);
        seal();

        publish.handle();

        var may = searches("2036-05").getFirst();
        var june = searches("2036-06").getFirst();
        var july = searches("2036-07").getFirst();
        assertThat(may.subList(2, 4)).isEqualTo(june.subList(2, 4));
        assertThat(july.get(2)).isNotEqualTo(june.get(2));
        assertThat(july.get(3)).isNotEqualTo(june.get(3));
    }

    @Test
    void whatIsOpenedGivesTheCommitmentOfItsEntryAndNothingPersonalIsOpened() {
        search("officer-rivera", "7TST123", Outcome.DONE);
        enter(
                EntryType.COUNTED,
                Outcome.DONE,
                Map.of(Field.COUNTS, "{\"read\":6}", Field.SUBJECT, "2036-05-06T12:00:00Z"));
        enter(EntryType.HIT_STEP, Outcome.REFUSED, Map.of(Field.ACTION, "rejected", Field.REASON, "typed by somebody"));
        seal();

        publish.handle();

        var rows = Csv.lines(file("openings/2036-05-06.csv"));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).contains(",counts,", "\"{\"\"read\"\":6}\"");
        var cells = rows.get(1).split(",", 5);
        var commitment = new Opening(cells[3], "{\"read\":6}").commitment(cells[1], Field.COUNTS);
        var sealed = log.store.find("tile/entries/000.p/3").orElseThrow();
        assertThat(new String(sealed, StandardCharsets.UTF_8)).contains(commitment);
    }

    @Test
    void aChangeOfARuleSaysWhoApprovedByRole() {
        enter(
                EntryType.POLICY_CHANGED,
                Outcome.DONE,
                Map.of(Field.ACTION, "approve as chief", Field.ACTOR, "chief-lee"));
        seal();
        enter(EntryType.CAMERA_REGISTERED, Outcome.DONE, Map.of(Field.SUBJECT, "cam-1"));
        seal();

        publish.handle();

        assertThat(Csv.lines(file("changes.csv")).subList(1, 3))
                .containsExactly(
                        "0,2036-05-06T12Z,policy-changed,approve as chief", "1,2036-05-06T12Z,camera-registered,");
    }

    @Test
    void aChangeOfAListOrACameraSaysWhichAndTheFeedHasItUnderAnIdThatStays() {
        enter(EntryType.CAMERA_REGISTERED, Outcome.DONE, Map.of(Field.AFTER, CAMERA));
        seal();
        enter(EntryType.LIST_IMPORTED, Outcome.DONE, Map.of(Field.AFTER, "{\"source\":\"state\"}"));
        seal();
        enter(EntryType.POLICY_CHANGED, Outcome.DONE, Map.of(Field.ACTION, "hours < 24 & \u0001"));
        seal();

        publish.handle();
        var before = file("changes.atom");
        search("officer-rivera", "7TST123", Outcome.DONE);
        seal();
        publish.handle();

        assertThat(file("changes.csv"))
                .contains("0,2036-05-06T12Z,camera-registered,cam-elm\r\n", "1,2036-05-06T12Z,list-imported,state\r\n");
        assertThat(file("changes.atom"))
                .isEqualTo(before)
                .contains(
                        "<id>tag:springfield.example,2026:springfield.example/ledger/0</id>",
                        "<category term=\"cameras\"/>",
                        "A camera was registered: cam-elm",
                        "A rule was changed: hours &lt; 24 &amp; \uFFFD")
                .doesNotContain("ledger/1<", "state");
        assertThat(file("changes.atom").indexOf("ledger/2<"))
                .isLessThan(file("changes.atom").indexOf("ledger/0<"));
    }

    /** Two versions answer side by side while a deployment shifts its traffic. */
    @Test
    void aVersionOfTheProgramIsAChangeWhenItsAccessPoliciesAreFirstSeen() {
        for (var hash : List.of("aa".repeat(32), "bb".repeat(32), "aa".repeat(32))) {
            var entry = new EntryFactory(log.clock, unique::bytes, hash)
                    .create(EntryType.ACCESS_GRANTED, Outcome.DONE, TestData.POLICY_HASH, Map.of());
            log.accept(entry);
            openings.accept(entry);
            seal();
        }

        publish.handle();

        assertThat(Csv.lines(file("changes.csv")).stream().filter(row -> row.contains("access-policies")))
                .containsExactly(
                        "0,2036-05-06T12Z,access-policies," + "aa".repeat(32),
                        "1,2036-05-06T12Z,access-policies," + "bb".repeat(32));
        assertThat(file("changes.atom"))
                .contains("ledger/1/access-policies</id>", "ledger/1</id>", "term=\"software\"");
    }

    @Test
    void theRulesUnderWhichTheNewestEntryWasWrittenAreThereToTheLetterAndInWords() {
        enter(EntryType.SIGN_IN, Outcome.DONE, WEEK.hash(), Map.of());
        seal();
        publish.handle();
        var before = file("policy.json");
        enter(EntryType.POLICY_CHANGED, Outcome.DONE, FLUSH.hash(), Map.of());
        seal();

        publish.handle();

        assertThat(before).isEqualTo(WEEK.canonical());
        assertThat(Digests.sha256Hex(file("policy.json"))).isEqualTo(FLUSH.hash());
        assertThat(file("policy.md")).contains("Springfield Police Department", FLUSH.hash(), "never stored");
        assertThat(file("files.csv"))
                .contains("policy.json," + FLUSH.canonical().length() + "," + FLUSH.hash(), "policy.md,");
    }

    @Test
    void rulesThatTheCityDoesNotHaveAnyMoreAreNotMadeUp() {
        enter(EntryType.SIGN_IN, Outcome.DONE, Map.of());
        seal();

        publish.handle();

        assertThat(files.find("policy.json")).isEmpty();
        assertThat(files.find("signed.txt")).isPresent();
    }

    @Test
    void theFeedHasTheNewestChangesAndTheTableAll() {
        for (var change = 0; change < ChangeFeed.NEWEST + 10; change++) {
            enter(EntryType.ACCESS_GRANTED, Outcome.DONE, Map.of());
        }
        seal();

        publish.handle();

        assertThat(file("changes.atom").split("<entry>", -1)).hasSize(ChangeFeed.NEWEST + 1);
        assertThat(file("changes.atom")).contains("ledger/10</id>").doesNotContain("ledger/9</id>");
        assertThat(Csv.lines(file("changes.csv"))).hasSize(ChangeFeed.NEWEST + 11);
    }

    @Test
    void openingsThatAreGoneLeaveTheRowAndCloseItsWords() {
        search("officer-rivera", "7TST123", Outcome.DONE);
        log.pending.find(10).forEach(pending -> openings.delete(pending.entryId()));
        seal();

        publish.handle();

        assertThat(searches("2036-05").getFirst())
                .containsExactly("0", "2036-05-06T12Z", "", "", "camera", "", "", "", "", "done");
    }

    @Test
    void aSearchByDescriptionIsAKindOfItsOwnWithTheCamerasForItsTarget() {
        enter(
                EntryType.SEARCH,
                Outcome.DONE,
                Map.of(
                        Field.ACTOR,
                        "officer-rivera",
                        Field.CAMERAS,
                        "cam-elm",
                        Field.QUERY,
                        "{\"cameraIds\":[\"cam-elm\"],\"vehicle\":{\"colours\":[\"red\"]}}",
                        Field.RESULT_COUNT,
                        "4"));
        seal();

        publish.handle();

        assertThat(searches("2036-05").getFirst())
                .contains("description", "4")
                .doesNotContain("camera", "cam-elm", "red");
    }

    @Test
    void partsOfAFrameWhereNoPlateIsReadAnyMoreAreAChangeThatNamesItsCamera() {
        enter(
                EntryType.CAMERA_CAPTIONS_CHANGED,
                Outcome.DONE,
                Map.of(
                        Field.BEFORE, "{\"camera\":\"cam-elm\",\"captions\":[]}",
                        Field.AFTER, "{\"camera\":\"cam-elm\",\"captions\":[\"0,0,1,0.05\"]}"));
        seal();

        publish.handle();

        assertThat(Csv.lines(file("changes.csv"))).last().isEqualTo("0,2036-05-06T12Z,camera-captions-changed,cam-elm");
        assertThat(file("openings/2036-05-06.csv")).contains("0,0,1,0.05").doesNotContain("before");
    }

    private void close(String day, String city, String cameras) {
        enter(
                EntryType.DAY_BALANCED,
                Outcome.DONE,
                Map.of(
                        Field.COUNTS,
                        "{\"lost\":0,\"readers\":{\"cameras\":{" + cameras + "},\"city\":{" + city + "},\"day\":\""
                                + day + "\",\"floor\":50},\"sha256\":\"made up\"}"));
    }

    @Test
    void eachClosedDayTellsHowManyPlatesWereMisreadWithTheirInterval() {
        close(
                "2036-05-05",
                "\"hits\":{\"misread\":40,\"n\":90},\"samples\":{\"misread\":0,\"n\":60}",
                "\"cam-elm\":{\"misread\":6,\"n\":50}");
        seal();
        publish.handle();
        close("2036-05-06", "", "");
        seal();
        publish.handle();

        assertThat(Csv.lines(file("reading-quality.csv")))
                .containsExactly(
                        "entry,day,camera,source,n,misread,share,low,high",
                        "0,2036-05-05,,hits,90,40,0.4444,0.3462,0.5473",
                        "0,2036-05-05,,samples,60,0,0.0000,0.0000,0.0602",
                        "0,2036-05-05,cam-elm,samples,50,6,0.1200,0.0562,0.2380");
    }

    @Test
    void everythingIsSignedWithTheCheckpointThatItWasMadeFrom() {
        search("officer-rivera", "7TST123", Outcome.DONE);
        seal();

        publish.handle();

        var note = Note.parse(file("signed.txt").getBytes(StandardCharsets.UTF_8));
        assertThat(note.isSignedBy(TestKeys.LOG.verifierKey())).isTrue();
        assertThat(note.text())
                .isEqualTo("passby-data-set/1\n" + TestKeys.LOG.verifierKey().name() + "\n1\n"
                        + log.checkpoint().root().base64() + "\n" + Digests.sha256Hex(file("files.csv")) + "\n");
        var listed = Csv.lines(file("files.csv")).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .collect(Collectors.toMap(List::getFirst, List::getLast));
        assertThat(listed.keySet())
                .containsExactlyInAnyOrder(
                        "LICENSE.txt",
                        "README.md",
                        "schema.json",
                        "daily.csv",
                        "searches/2036-05.csv",
                        "changes.csv",
                        "changes.atom",
                        "hotlists.csv",
                        "grants.csv",
                        "cameras.geojson",
                        "audit-findings.json",
                        "reading-quality.csv",
                        "districts.csv");
        listed.forEach((name, hash) ->
                assertThat(Digests.sha256Hex(file(name))).as(name).isEqualTo(hash));
    }

    @Test
    void nothingNewWritesNothingAndMoreIsAddedToWhatIsThere() {
        search("officer-rivera", "7TST123", Outcome.DONE);
        seal();
        publish.handle();
        var before = file("signed.txt");

        assertThat(publish.handle()).isZero();
        assertThat(file("signed.txt")).isEqualTo(before);
        search("officer-okafor", "7TST123", Outcome.DONE);
        seal();
        assertThat(publish.handle()).isEqualTo(1);

        assertThat(day("2036-05-06")).containsEntry("searches", "2");
        assertThat(searches("2036-05")).hasSize(2);
    }

    /** Rows name the entry that they count, so that a run that broke off before it noted its progress counts nothing twice. */
    @Test
    void aRunThatBrokeOffIsTakenUpWithoutCountingTwice() {
        search("officer-rivera", "7TST123", Outcome.DONE);
        seal();
        publish.handle();
        var progress = file(PublishDataSet.PROGRESS);
        search("officer-rivera", "7TST123", Outcome.DONE);
        enter(EntryType.CAMERA_REGISTERED, Outcome.DONE, Map.of(Field.AFTER, CAMERA));
        seal();
        publish.handle();
        files.put(PublishDataSet.PROGRESS, progress);
        var before = files.list("").stream().collect(Collectors.toMap(name -> name, this::file));

        publish.handle();

        before.remove(PublishDataSet.PROGRESS);
        assertThat(before)
                .allSatisfy((name, text) -> assertThat(file(name)).as(name).isEqualTo(text));

        assertThat(day("2036-05-06")).containsEntry("searches", "2").containsEntry("entries", "3");
        assertThat(searches("2036-05")).hasSize(2);
    }

    /** As after a version that published other files: nothing of what lies there is believed. */
    @Test
    void withoutItsProgressEverythingIsMadeAnew() {
        search("officer-rivera", "7TST123", Outcome.DONE);
        seal();
        publish.handle();
        files.put(PublishDataSet.PROGRESS, "{}");
        files.put("searches/2036-05.csv", "entry\r\n99\r\n");
        files.put("daily.csv", "day,searches\r\n2036-05-06,1\r\n");

        assertThat(publish.handle()).isEqualTo(1);

        assertThat(searches("2036-05")).hasSize(1);
        assertThat(day("2036-05-06")).containsEntry("searches", "1");
    }

    @Test
    void aLongLogIsTakenInByManyRunsAndSignedByTheLast() {
        for (var entry = 0; entry < PublishDataSet.MOST_ENTRIES + 300; entry++) {
            enter(EntryType.SIGN_IN, Outcome.DONE, Map.of());
        }
        seal();

        assertThat(publish.handle()).isEqualTo(PublishDataSet.MOST_ENTRIES);
        assertThat(files.find("signed.txt")).isEmpty();
        assertThat(publish.handle()).isEqualTo(300);

        assertThat(files.find("signed.txt")).isPresent();
        assertThat(day("2036-05-06")).containsEntry("entries", String.valueOf(PublishDataSet.MOST_ENTRIES + 300));
    }

    @Test
    void aFileOfOtherColumnsIsNotWrittenOver() {
        search("officer-rivera", "7TST123", Outcome.DONE);
        seal();
        publish.handle();
        files.put("daily.csv", "day,searches\r\n2036-05-06,1\r\n");
        search("officer-rivera", "7TST123", Outcome.DONE);
        seal();

        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(publish::handle)
                .withMessage("daily.csv has other columns than this program writes");
    }

    private List<List<String>> searches(String month) {
        return Csv.lines(file("searches/" + month + ".csv")).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }
}
