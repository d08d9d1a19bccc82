package passby.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import passby.core.archive.InMemoryArchive;
import passby.core.audit.InMemoryOpenings;
import passby.core.disclosure.Week;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.note.TestKeys;
import passby.core.policy.EffectivePolicy;
import passby.core.retention.NonHitRetention;
import passby.core.sealing.TestLog;
import passby.core.testing.TestData;
import passby.core.testing.Unique;
import passby.core.transparency.Pseudonyms;
import passby.core.transparency.PublishDataSet;

/**
 * The public files of a made-up city after a quarter: twelve officers at work, one who looks for two plates 179 times in two months
 * (Milwaukee's pattern), and a chief with an officer's sign-in who looks for one plate at night (Braselton's).
 */
final class PlantedQuarter {
    private static final LocalDate FIRST = LocalDate.parse("2036-04-01");
    private static final int DAYS = 91;
    private static final int OFFICERS = 12;
    private static final String STALKER = "officer-vance";
    private static final String CHIEF = "chief-odom";
    private static final int STALKED = 179;

    private static final String LIST =
            "{\"acceptedBy\":\"%s\",\"agency\":\"State Police\",\"layout\":\"mn\",\"maxAgeHours\":24,"
                    + "\"proposedBy\":\"system-admin\",\"source\":\"state\"}";
    private static final String CAMERA =
            "{\"camera\":\"%s\",\"heading\":90,\"installed\":\"2036-04-01\",\"latitude\":\"38.50000\","
                    + "\"longitude\":\"-121.25000\",\"mobile\":false,\"name\":\"Elm\",\"owner\":\"Springfield Police\","
                    + "\"ownerType\":\"own-agency\",\"zone\":\"north\"}";

    private static final EffectivePolicy POLICY = TestData.policy(NonHitRetention.DAYS_7);

    private final TestLog log = new TestLog();
    private final InMemoryOpenings openings = new InMemoryOpenings();
    private final InMemoryArchive files = new InMemoryArchive();
    private final EntryFactory entries = new EntryFactory(log.clock, new Unique()::bytes);
    private final Random random = new Random(20360401);
    private int stalked;

    private PlantedQuarter() {}

    /** Writes the log to {@code log} and the data set to {@code v1}, as a city serves them. */
    static void write(Path folder) throws IOException {
        var quarter = new PlantedQuarter();
        for (var day = 0; day < DAYS; day++) {
            quarter.day(FIRST.plusDays(day), day);
        }
        var publish = new PublishDataSet(
                quarter.log.store,
                quarter.files,
                quarter.openings,
                TestKeys.LOG,
                new Pseudonyms(() -> TestData.CITY_KEY),
                _ -> Optional.of(POLICY));
        while (publish.handle() > 0) {
            // The next run takes in what is left.
        }
        for (var file : quarter.log.store.files().entrySet()) {
            write(folder.resolve("log").resolve(file.getKey()), file.getValue());
        }
        for (var name : quarter.files.list("")) {
            write(
                    folder.resolve("v1").resolve(name),
                    quarter.files.find(name).orElseThrow().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, content);
    }

    private void day(LocalDate date, int day) {
        for (var officer = 0; officer < OFFICERS; officer++) {
            for (var search = random.nextInt(3); search > 0; search--) {
                search(
                        date,
                        7 + random.nextInt(11),
                        "officer-" + officer,
                        "7TST" + (100 + random.nextInt(800)),
                        outcome());
            }
        }
        while (day < 61 && stalked < STALKED && stalked * 61 < (day + 1) * STALKED) {
            search(date, 8 + random.nextInt(15), STALKER, stalked++ % 3 == 0 ? "4EXP777" : "4EXP778", Outcome.DONE);
        }
        if (day % 4 == 1) {
            search(date, random.nextInt(4), CHIEF, "8NGT555", Outcome.DONE);
        }
        govern(date, day);
        enter(
                at(date, 23),
                EntryType.COUNTED,
                Map.of(Field.COUNTS, "{\"frame-with-plates\":40,\"read\":" + (40 + day) + "}"));
        if (day > 60) {
            enter(at(date, 23), EntryType.DAY_BALANCED, Map.of(Field.COUNTS, balance(date, day)));
        }
        seal(date);
    }

    /** A list that is armed and taken in every week, two cameras, weekly reviews of which one is missed, and a finding. */
    private void govern(LocalDate date, int day) {
        if (day == 0) {
            enter(at(date, 6), EntryType.LIST_PROPOSED, Map.of(Field.AFTER, LIST.formatted("")));
            enter(at(date, 7), EntryType.LIST_ACCEPTED, Map.of(Field.AFTER, LIST.formatted("chief")));
            enter(at(date, 7), EntryType.CAMERA_REGISTERED, Map.of(Field.AFTER, CAMERA.formatted("cam-elm")));
            enter(at(date, 7), EntryType.CAMERA_REGISTERED, Map.of(Field.AFTER, CAMERA.formatted("cam-oak")));
        }
        if (day % 7 == 0) {
            enter(at(date, 22), EntryType.LIST_IMPORTED, Map.of(Field.AFTER, file(1000 + day)));
            var week = Map.of(Field.SUBJECT, Week.of(at(date, 0)).code());
            enter(at(date, 22), day == 35 ? EntryType.REVIEW_MISSED : EntryType.REVIEW_APPROVED, week);
        }
        if (day == 20) {
            enter(at(date, 22), EntryType.CONDUCT_REVIEW_OPENED, Map.of(Field.SUBJECT, "r1", Field.REASON, "off-duty"));
        }
        if (day == 30) {
            enter(at(date, 22), EntryType.HOT_LIST_AUDIT_MISSED, Map.of(Field.SUBJECT, date.toString()));
            enter(at(date, 22), EntryType.CONDUCT_REVIEW_CLOSED, Map.of(Field.SUBJECT, "r1", Field.ACTION, "stalking"));
        }
    }

    /** A day without a rate too: the floor was not reached. */
    private static String balance(LocalDate date, int day) {
        var city = day % 10 == 0
                ? ""
                : "\"hits\":{\"misread\":40,\"n\":90},\"samples\":{\"misread\":" + day % 4 + ",\"n\":60}";
        var camera = day % 10 == 0 ? "" : "\"cam-elm\":{\"misread\":3,\"n\":" + day + "}";
        var districts = day % 28 == 7
                ? "\"districts\":{\"day\":\"" + date.minusDays(1)
                        + "\",\"floor\":50,\"zones\":{\"harbour\":{\"cameras\":1},\"north\":{\"cameras\":2,\"hits\":70,\"rejected\":9}}},"
                : "";
        return "{" + districts + "\"lost\":0,\"readers\":{\"cameras\":{" + camera + "},\"city\":{" + city
                + "},\"day\":\"" + date.minusDays(1) + "\",\"floor\":50},\"sha256\":\"made up\"}";
    }

    private static String file(int entries) {
        return "{\"added\":1,\"changed\":0,\"entries\":" + entries
                + ",\"refused\":{\"N\":3},\"rejected\":{},\"removed\":0,\"rows\":1100,\"source\":\"state\",\"version\":1}";
    }

    private Outcome outcome() {
        return random.nextInt(12) == 0 ? Outcome.REFUSED : Outcome.DONE;
    }

    private static Instant at(LocalDate date, int hour) {
        return date.atTime(hour, 10).toInstant(ZoneOffset.UTC);
    }

    private void search(LocalDate date, int hour, String officer, String plate, Outcome outcome) {
        log.clock.set(at(date, hour));
        enter(
                EntryType.SEARCH,
                outcome,
                Map.of(
                        Field.ACTOR,
                        officer,
                        Field.PLATE,
                        plate,
                        Field.CAMERAS,
                        "all",
                        Field.OFFENCE,
                        "burglary",
                        Field.CASE_NUMBER,
                        "36-" + random.nextInt(900),
                        Field.ON_BEHALF_OF,
                        "own; none",
                        Field.RESULT_COUNT,
                        String.valueOf(random.nextInt(4))));
    }

    private void enter(Instant time, EntryType type, Map<Field, String> committed) {
        log.clock.set(time);
        enter(type, Outcome.DONE, committed);
    }

    private void enter(EntryType type, Outcome outcome, Map<Field, String> committed) {
        var entry = entries.create(type, outcome, POLICY.hash(), committed);
        log.accept(entry);
        openings.accept(entry);
    }

    private void seal(LocalDate date) {
        log.clock.set(at(date, 23).plus(Duration.ofMinutes(5)));
        log.sealer().handle();
    }
}
