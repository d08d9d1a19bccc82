package passby.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passby.aws.ledger.DynamoDbIllegiblePlates;
import passby.aws.ledger.DynamoDbReadingCounts;
import passby.aws.ledger.DynamoDbSamples;
import passby.core.capture.CameraUses;
import passby.core.ledger.Count;
import passby.core.people.Session;
import passby.core.policy.CaptureSwitch;
import passby.core.policy.Limits;
import passby.core.quality.JudgedPlates;
import passby.core.read.ReadRef;
import passby.core.retention.NonHitRetention;
import passby.core.testing.TestData;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The golden items were written by the code before the enhanced client: what is stored today has the same attributes, names,
 * types and values, so that the one reads what the other wrote. A change of a stored format changes its version and adds golden
 * items; it never changes these. {@code -Dgolden=PATH} writes the items of today there.
 */
final class GoldenItemsIT {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final StoredCity WRITTEN = StoredCity.fresh();
    private static final StoredCity GIVEN = StoredCity.fresh();
    private static final GoldenCity GOLDEN = new GoldenCity(GIVEN);

    /**
     * The wrapped key is made by KMS (WrappedCityKeysIT), jobs are how far a run has come (PurgeIT), and the ledger's index is
     * made anew from the log.
     */
    static Stream<Table> tables() {
        var made = List.of(Tables.CITY_KEYS, Tables.JOBS, Tables.LEDGER_INDEX);
        return Tables.all().stream().filter(table -> !made.contains(table));
    }

    @BeforeAll
    static void storeEverythingAndTheGoldenItems() throws IOException {
        new GoldenCity(WRITTEN).storeEverything();
        var target = System.getProperty("golden");
        for (var table : tables().toList()) {
            if (target != null) {
                var text = JSON.writeValueAsString(sorted(WRITTEN.rows().of(table)));
                Files.writeString(Path.of(target, table.name() + ".json"), text + "\n");
            }
            for (var row : golden(table)) {
                GIVEN.client()
                        .putItem(put ->
                                put.tableName(GIVEN.tables().name(table)).item(withAnAttributeOfTheNextVersion(row)));
            }
        }
    }

    /** Whatever a next version adds: this one reads past it, so that both can run side by side while calls move from one to the other. */
    private static Map<String, AttributeValue> withAnAttributeOfTheNextVersion(Map<String, AttributeValue> row) {
        var next = new HashMap<>(row);
        next.put("addedByTheNextVersion", AttributeValue.fromS("x"));
        return next;
    }

    @ParameterizedTest
    @MethodSource("tables")
    void whatIsWrittenIsTheGoldenItems(Table table) throws IOException {
        assertThat(JSON.writeValueAsString(sorted(WRITTEN.rows().of(table))))
                .isEqualTo(JSON.writeValueAsString(sorted(golden(table))));
        assertThat(golden(table)).isNotEmpty();
    }

    @Test
    void goldenFramesReadsAndHitsAreRead() {
        assertThat(GIVEN.frames().find(GOLDEN.frame.uploadId())).contains(GOLDEN.frame);
        assertThat(GIVEN.frames().find(GOLDEN.empty.uploadId())).contains(GOLDEN.empty);
        assertThat(GIVEN.frames().storedIn(GOLDEN.empty.storedAt())).contains(GOLDEN.empty);
        assertThat(GIVEN.reads().find(ReadRef.of(GOLDEN.read))).contains(GOLDEN.read);
        assertThat(GIVEN.reads().find(GOLDEN.heldRef())).contains(GOLDEN.heldAsStored());
        assertThat(GIVEN.reads()
                        .byPlate(GOLDEN.read.plateKey(), TestData.NOW.minusSeconds(60), TestData.NOW, null, 10)
                        .reads())
                .containsExactly(GOLDEN.read);
        assertThat(GIVEN.hits().find(GOLDEN.hit.hitId())).contains(GoldenCity.with(GOLDEN.hit, GOLDEN.steps));
        assertThat(GIVEN.hits().find(GOLDEN.closed.hitId())).contains(GoldenCity.with(GOLDEN.closed, GOLDEN.closing));
        assertThat(GIVEN.outbox().pending())
                .containsExactlyInAnyOrder(GOLDEN.hit.hitId(), GOLDEN.own.hit.hitId(), GOLDEN.vote.hit.hitId());
    }

    @Test
    void goldenReadsAndHitsWithoutPicturesAreRead() {
        assertThat(GIVEN.frames().find(GOLDEN.own.frame.uploadId())).contains(GOLDEN.own.frame);
        assertThat(GIVEN.hits().find(GOLDEN.own.hit.hitId())).contains(GOLDEN.own.hit);
        assertThat(GIVEN.reads().find(ReadRef.of(GOLDEN.own.read))).hasValueSatisfying(read -> {
            assertThat(read.pictures()).isNull();
            assertThat(read.engine()).isEqualTo(GOLDEN.own.read.engine());
        });
    }

    @Test
    void goldenReadsWithAColourAreRead() {
        assertThat(GIVEN.reads().find(ReadRef.of(GOLDEN.described.read))).contains(GOLDEN.described.read);
    }

    @Test
    void goldenHitsThatRestOnAVoteAreRead() {
        assertThat(GIVEN.hits().find(GOLDEN.vote.hit.hitId())).contains(GOLDEN.vote.hit);
    }

    /** Frames of the version before tell no time of storing, and its policies have format 1 or 2. */
    @Test
    void framesAndPoliciesOfTheVersionBeforeAreRead() throws IOException {
        var before = StoredCity.fresh();
        for (var table : List.of(Tables.FRAMES, Tables.POLICY)) {
            for (var row : golden("golden-before", table)) {
                before.client()
                        .putItem(put ->
                                put.tableName(before.tables().name(table)).item(row));
            }
        }

        assertThat(before.frames().find(GOLDEN.frame.uploadId())).get().satisfies(frame -> {
            assertThat(frame.reads()).isEqualTo(GOLDEN.frame.reads());
            assertThat(frame.storedAt()).isEqualTo(GOLDEN.frame.receivedAt());
        });
        assertThat(new GoldenCity(before).policies().current().capture()).isEqualTo(CaptureSwitch.ON);
    }

    /** Policies had format 3 and said nothing of lists and alerts; lists did not tell which rows had been refused. */
    @Test
    void policiesAndListsWithoutRulesOfListsAndAlertsAreRead() throws IOException {
        var previous = StoredCity.fresh();
        for (var table : List.of(Tables.POLICY, Tables.LISTS)) {
            for (var row : golden("golden-previous", table)) {
                previous.client()
                        .putItem(put ->
                                put.tableName(previous.tables().name(table)).item(row));
            }
        }

        assertThat(new GoldenCity(previous).policies().current())
                .isEqualTo(TestData.policy(2, NonHitRetention.DAYS_30));
        assertThat(previous.lists().all()).singleElement().satisfies(list -> {
            assertThat(list.activeVersion()).isEqualTo(GOLDEN.list.activeVersion());
            assertThat(Objects.requireNonNull(list.active()).refused()).isEmpty();
        });
    }

    @Test
    void aGoldenCorrectionIsReadWithItsReadAndFindsItUnderTheCorrectedPlate() {
        var corrected = GOLDEN.corrected;
        var at = corrected.read.capturedAt();

        assertThat(GIVEN.reads().find(ReadRef.of(corrected.read))).contains(corrected.asStored());
        assertThat(GIVEN.reads()
                        .byPlate(corrected.correction.plateKey(), at, at.plusSeconds(1), null, 10)
                        .reads())
                .containsExactly(corrected.asStored());
    }

    /** Policies had format 4 and no clocks of records; entries of lists did not tell what their date is counted from. */
    @Test
    void policiesAndEntriesWithoutClocksOfRecordsAreRead() throws IOException {
        var previous = StoredCity.fresh();
        for (var table : List.of(Tables.POLICY, Tables.HOT_LIST)) {
            for (var row : golden("golden-alerting", table)) {
                previous.client()
                        .putItem(put ->
                                put.tableName(previous.tables().name(table)).item(row));
            }
        }

        assertThat(new GoldenCity(previous).policies().current()).isEqualTo(GOLDEN.alertingPolicy);
        assertThat(previous.hotLists().find(GOLDEN.approved.source(), GOLDEN.approved.recordId()))
                .contains(GOLDEN.withdrawn());
    }

    @Test
    void goldenHotListEntriesAreRead() {
        assertThat(GIVEN.hotLists()
                        .byPlate(
                                TestData.CITY_KEY.plateKey(GOLDEN.listed.plate().orElseThrow()), TestData.NOW))
                .containsExactly(GOLDEN.listed);
        assertThat(GIVEN.hotLists().find(GOLDEN.approved.source(), GOLDEN.approved.recordId()))
                .contains(GOLDEN.withdrawn());
    }

    @Test
    void goldenSuppressionsAreRead() {
        assertThat(GIVEN.suppressions().live(TestData.NOW)).containsExactly(GOLDEN.suppression);
    }

    @Test
    void goldenCamerasPeopleAndSessionsAreRead() {
        assertThat(GOLDEN.cameras().all())
                .containsExactly(new GoldenSamples().quarantined, GOLDEN.camera, GOLDEN.retired, GOLDEN.captioned);
        assertThat(GOLDEN.tokens().spend("cam-elm", "token-1", TestData.NOW)).isFalse();
        assertThat(GOLDEN.people().find(GOLDEN.person.personId())).contains(GOLDEN.person);
        assertThat(GOLDEN.sessions()
                        .touch("officer-lopez", "session-1", TestData.NOW.minusSeconds(90_000), TestData.NOW))
                .isEqualTo(passby.core.people.Sessions.Touch.LIVE);
        assertThat(GOLDEN.sessions().live("officer-lopez", TestData.NOW)).containsExactly(GOLDEN.session);
        assertThat(GOLDEN.sessions().lastUsed("officer-lopez")).contains(TestData.NOW);
        assertThat(GOLDEN.attempts().of("officer-lopez")).isEqualTo(GOLDEN.attempts);
    }

    /** Sessions named neither a device nor their sign-in, and nothing said when an account was last used. */
    @Test
    void sessionsOfTheVersionBeforeAreRead() throws IOException {
        var previous = StoredCity.fresh();
        for (var row : golden("golden-previous", Tables.PEOPLE)) {
            previous.client()
                    .putItem(put ->
                            put.tableName(previous.tables().name(Tables.PEOPLE)).item(row));
        }
        var sessions = new GoldenCity(previous).sessions();

        assertThat(sessions.live("officer-lopez", TestData.NOW))
                .containsExactly(new Session("officer-lopez", "session-1", TestData.NOW, TestData.NOW, "unknown"));
        assertThat(sessions.lastUsed("officer-lopez")).isEmpty();
    }

    @Test
    void goldenPoliciesAndRequestsAreRead() {
        assertThat(GOLDEN.policies().current()).isEqualTo(GOLDEN.policy);
        assertThat(GOLDEN.requests().newest(10)).containsExactly(GOLDEN.decided, GOLDEN.superseded.superseded());
    }

    @Test
    void goldenCountsAreRead() {
        assertThat(GOLDEN.counters().ofMinute(TestData.NOW))
                .isEqualTo(Map.of(Count.READ, 5L, Count.FRAME_WITH_PLATES, 1L));
        assertThat(GOLDEN.watermarks().find(GoldenCity.JOB)).contains(GoldenCity.WATERMARK);
        var one = new CameraUses.Amounts(1, 300, 1);
        assertThat(GOLDEN.cameraUses()
                        .add("cam-elm", one, Duration.ofMillis(-1500), Limits.Window.TEN_MINUTES, TestData.NOW))
                .isEqualTo(one.plus(one));
        assertThat(GOLDEN.limits().use("officer-lopez", Limits.Window.HOUR, TestData.NOW, 9, 10))
                .isEqualTo(8);
    }

    @Test
    void goldenSamplesAndWhatWasSaidOfThemAreRead() {
        var golden = new GoldenSamples();
        var samples = new DynamoDbSamples(GIVEN.client(), GIVEN.tables(), GIVEN.changes());
        var day = TestData.NOW.truncatedTo(ChronoUnit.DAYS);

        assertThat(samples.find(golden.waiting.id())).contains(golden.waiting);
        assertThat(samples.find(List.of(golden.labelled.id()))).containsExactly(golden.labelled);
        assertThat(new DynamoDbReadingCounts(GIVEN.client(), GIVEN.tables())
                        .ofDays(day, day.plus(Duration.ofDays(1)), List.of("cam-elm")))
                .isEqualTo(Map.of("cam-elm", JudgedPlates.of(List.of(golden.judged))));
        assertThat(new DynamoDbIllegiblePlates(GIVEN.client(), GIVEN.tables()).ofDay(day, List.of("cam-elm")))
                .isEqualTo(Map.of("cam-elm", golden.illegible));
        assertThat(GOLDEN.cameras().find("cam-elder")).contains(golden.quarantined);
    }

    /** Counts had rows of their own. */
    @Test
    void countsOfVersion1AreStillRead() throws IOException {
        var first = StoredCity.fresh();
        for (var row : golden("golden-before", Tables.COUNTERS)) {
            first.client()
                    .putItem(put ->
                            put.tableName(first.tables().name(Tables.COUNTERS)).item(row));
        }

        assertThat(new GoldenCity(first).counters().ofMinute(TestData.NOW)).isEqualTo(Map.of(Count.READ, 5L));
    }

    /** The clocks of cameras were not measured. */
    @Test
    void usesOfCamerasWithoutASkewAreStillReadAndCountedOn() throws IOException {
        var first = StoredCity.fresh();
        for (var row : golden("golden-before", Tables.LIMITS)) {
            first.client()
                    .putItem(put ->
                            put.tableName(first.tables().name(Tables.LIMITS)).item(row));
        }
        var uses = new GoldenCity(first).cameraUses();
        var one = new CameraUses.Amounts(1, 300, 1);

        assertThat(uses.traces(List.of("cam-elm"))).isEqualTo(Map.of("cam-elm", new CameraUses.Trace(null, null)));
        assertThat(uses.add("cam-elm", one, Duration.ofSeconds(2), Limits.Window.TEN_MINUTES, TestData.NOW))
                .isEqualTo(one.plus(one));
        assertThat(uses.traces(List.of("cam-elm")))
                .isEqualTo(Map.of("cam-elm", new CameraUses.Trace(Duration.ofSeconds(2), null)));
    }

    /** Entries had no vehicle, no revision and no word on approval; hits held such entries. */
    @Test
    void itemsOfVersion1AreStillRead() throws IOException {
        var first = StoredCity.fresh();
        for (var table : List.of(Tables.HOT_LIST, Tables.HITS)) {
            for (var row : golden("golden-before", table)) {
                first.client()
                        .putItem(
                                put -> put.tableName(first.tables().name(table)).item(row));
            }
        }

        var key = TestData.CITY_KEY.plateKey(GOLDEN.listed.plate().orElseThrow());
        assertThat(first.hotLists().byPlate(key, TestData.NOW)).containsExactly(GOLDEN.listed);
        assertThat(first.hits().find(GOLDEN.hit.hitId())).contains(GoldenCity.with(GOLDEN.hit, GOLDEN.steps));
    }

    @Test
    void goldenListsAreRead() {
        assertThat(GIVEN.lists().all()).containsExactly(GOLDEN.list);
    }

    @Test
    void goldenReviewsAreRead() {
        assertThat(GIVEN.reviews().find(GOLDEN.review.week())).contains(GOLDEN.review);
    }

    @Test
    void goldenConductIsRead() {
        var golden = new GoldenConduct();

        assertThat(GIVEN.acts().of(GoldenConduct.PERSON, TestData.NOW)).containsExactly(golden.act);
        assertThat(GIVEN.acts().about(golden.act.target(), TestData.NOW)).containsExactly(golden.act);
        assertThat(GIVEN.markedPlates().of(GoldenConduct.PERSON, TestData.NOW)).containsExactly(golden.marked.plate());
        assertThat(GIVEN.duties().find(golden.hours.personId())).contains(golden.hours);
        assertThat(GIVEN.conductReviews().all()).containsExactly(golden.review);
    }

    @Test
    void goldenHoldsAreRead() {
        assertThat(GIVEN.holds().open()).containsExactlyInAnyOrder(GOLDEN.hold, GOLDEN.withRead);
    }

    private static List<Map<String, AttributeValue>> golden(Table table) throws IOException {
        return golden("golden", table);
    }

    static List<Map<String, AttributeValue>> golden(String folder, Table table) throws IOException {
        try (var file = GoldenItemsIT.class.getResourceAsStream("/" + folder + "/" + table.name() + ".json")) {
            var rows = new ArrayList<Map<String, AttributeValue>>();
            if (file != null) {
                JSON.readTree(file)
                        .forEach(row -> rows.add(value(Map.entry("M", row)).m()));
            }
            return rows;
        }
    }

    /** As DynamoDB itself writes an attribute in JSON. */
    private static AttributeValue value(Map.Entry<String, JsonNode> typed) {
        var node = typed.getValue();
        return switch (typed.getKey()) {
            case "S" -> AttributeValue.fromS(node.textValue());
            case "N" -> AttributeValue.fromN(node.textValue());
            case "BOOL" -> AttributeValue.fromBool(node.booleanValue());
            case "B" ->
                AttributeValue.fromB(SdkBytes.fromByteArray(Base64.getDecoder().decode(node.textValue())));
            case "SS" ->
                AttributeValue.fromSs(StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::textValue)
                        .toList());
            case "L" ->
                AttributeValue.fromL(StreamSupport.stream(node.spliterator(), false)
                        .map(each -> value(each.properties().iterator().next()))
                        .toList());
            case "M" -> {
                var map = new HashMap<String, AttributeValue>();
                node.properties()
                        .forEach(each -> map.put(
                                each.getKey(),
                                value(each.getValue().properties().iterator().next())));
                yield AttributeValue.fromM(map);
            }
            default -> throw new IllegalStateException("no type of DynamoDB: " + typed.getKey());
        };
    }

    private static List<Object> sorted(List<Map<String, AttributeValue>> rows) {
        return rows.stream()
                .map(GoldenItemsIT::map)
                .sorted(java.util.Comparator.comparing(Object::toString))
                .map(Object.class::cast)
                .toList();
    }

    private static Map<String, Object> map(Map<String, AttributeValue> attributes) {
        var map = new TreeMap<String, Object>();
        attributes.forEach((name, value) -> map.put(name, typed(value)));
        return map;
    }

    private static Map<String, Object> typed(AttributeValue value) {
        return switch (value.type()) {
            case S -> Map.of("S", value.s());
            case N -> Map.of("N", value.n());
            case BOOL -> Map.of("BOOL", value.bool());
            case B -> Map.of("B", Base64.getEncoder().encodeToString(value.b().asByteArray()));
            case SS -> Map.of("SS", value.ss().stream().sorted().toList());
            case L -> Map.of("L", value.l().stream().map(GoldenItemsIT::typed).toList());
            case M -> Map.of("M", map(value.m()));
            default -> throw new IllegalStateException("no type that Passby stores: " + value.type());
        };
    }
}
