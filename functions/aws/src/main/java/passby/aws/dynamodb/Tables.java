package passby.aws.dynamodb;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import passby.aws.dynamodb.Index.Projection;
import passby.aws.dynamodb.Table.Deletion;
import passby.core.plate.PairTokens;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Every table of Passby, and what it is called in one deployment. */
public final class Tables {
    /** In every table whose rows the purge deletes: the shard of the row, the earliest first. */
    public static final Index BY_EXPIRY =
            new Index("byExpiry", "expiryShard", "expiresAtId", new Projection.KeysOnly());

    /** The attribute by which DynamoDB itself deletes, in seconds since 1970. */
    public static final String TIME_TO_LIVE = "ttl";

    /** For the daily balance, and for the entry that admits the frames of a minute. */
    public static final Index BY_RECEIVED =
            new Index("byReceived", "receivedMinuteShard", "uploadId", new Projection.Everything());

    /** What one camera saw on one day, without what its plates were. */
    public static final Index BY_CAMERA = new Index(
            "byCamera",
            "cameraDay",
            "capturedAtReadId",
            new Projection.Only(List.of("expiresAt", "class", "position", "vehicle")));

    /** An entry by its source's own number. */
    public static final Index BY_RECORD =
            new Index("byRecord", "sourceRecordId", "sourceRecordIdVersion", new Projection.KeysOnly());

    /** The city's own entries, by the time they were made, and those without a whole plate. */
    public static final Index BY_LIST = new Index("byList", "list", "createdAtRecordId", new Projection.Everything());

    /** Hits whose confirmation is pending, by the end of its time; answered ones leave it. */
    public static final Index BY_DUE = new Index("byDue", "dueShard", "dueAt", new Projection.KeysOnly());

    /** Hits that have not ended, by the time they were raised; closed ones leave it. */
    public static final Index BY_OPEN =
            new Index("byOpen", "openState", "raisedAtHitId", new Projection.Only(List.of("state", "zone")));

    /** Hits whose alert may not have gone out: an outbox; sent ones leave it. */
    public static final Index BY_PENDING =
            new Index("byPending", "pendingShard", "alertedAt", new Projection.KeysOnly());

    /** Distinct plates by the two characters that begin at a position, as tokens; the first index is that of position 1. */
    public static final List<Index> BY_PAIR = IntStream.rangeClosed(1, PairTokens.POSITIONS)
            .mapToObj(Tables::byPair)
            .toList();

    public static final Table FRAMES =
            new Table("Frames", "read", "uploadId", null, List.of(BY_RECEIVED, BY_EXPIRY), Deletion.PURGE, false);
    public static final Table READS = new Table(
            "Reads", "read", "plateKey", "capturedAtReadId", List.of(BY_CAMERA, BY_EXPIRY), Deletion.PURGE, false);
    public static final Table PLATES =
            new Table("Plates", "read", "shard", "plateKey", platesIndexes(), Deletion.PURGE, false);
    public static final Table HOT_LIST = new Table(
            "HotList",
            "hotlist",
            "plateKey",
            "sourceRecordIdVersion",
            List.of(BY_RECORD, BY_LIST, BY_EXPIRY),
            Deletion.PURGE,
            false);
    /** The sources of hot lists and how far each list has come. */
    public static final Table LISTS = new Table("Lists", "lists", "source", null, List.of(), Deletion.NONE, true);

    public static final Table HITS = new Table(
            "Hits", "hit", "hitId", "part", List.of(BY_OPEN, BY_PENDING, BY_DUE, BY_EXPIRY), Deletion.PURGE, false);
    /** Where officers want their alerts: personal data, which no backup keeps. */
    public static final Table SUBSCRIPTIONS = new Table(
            "Subscriptions", "delivery", "personId", "subscriptionId", List.of(BY_EXPIRY), Deletion.PURGE, false);

    public static final Table CAMERAS =
            new Table("Cameras", "capture", "cameraId", null, List.of(), Deletion.NONE, true);
    public static final Table CAMERA_TOKENS =
            new Table("CameraTokens", "capture", "cameraIdTokenId", null, List.of(), Deletion.TIME_TO_LIVE, false);
    public static final Table PEOPLE =
            new Table("People", "people", "personId", "part", List.of(BY_EXPIRY), Deletion.PURGE, true);
    public static final Table POLICY = new Table("Policy", "policy", "version", null, List.of(), Deletion.NONE, true);
    /** Changes that wait for two people, and what they decided. */
    public static final Table REQUESTS =
            new Table("Requests", "governance", "requestId", "part", List.of(), Deletion.NONE, true);

    /** Holds on reads. Not recoverable: what a hold named is forgotten with it. */
    public static final Table HOLDS = new Table("Holds", "evidence", "holdId", null, List.of(), Deletion.NONE, false);

    /** The city's key, wrapped by KMS. */
    public static final Table CITY_KEYS =
            new Table("CityKeys", "plate", "version", null, List.of(), Deletion.NONE, true);

    /** How far the purge and the re-dating have come, and the tallies of every cohort. */
    public static final Table JOBS = new Table("Jobs", "retention", "job", null, List.of(), Deletion.NONE, false);

    public static final Table COUNTERS =
            new Table("Counters", "ledger", "counter", null, List.of(), Deletion.TIME_TO_LIVE, false);
    public static final Table LIMITS =
            new Table("Limits", "policy", "subjectHour", null, List.of(BY_EXPIRY), Deletion.PURGE, false);
    public static final Table LEDGER_PENDING =
            new Table("LedgerPending", "ledger", "minuteShard", "entryId", List.of(), Deletion.NONE, true);
    public static final Table LEDGER_OPENINGS =
            new Table("LedgerOpenings", "ledger", "entryId", null, List.of(BY_EXPIRY), Deletion.PURGE, false);

    /** Places of sealed entries, by id and by person. Not recoverable: it is made from the log. */
    public static final Table LEDGER_INDEX =
            new Table("LedgerIndex", "ledger", "key", "place", List.of(), Deletion.TIME_TO_LIVE, false);

    /** How far the review of each week has come. */
    public static final Table REVIEWS = new Table("Reviews", "ledger", "week", null, List.of(), Deletion.NONE, true);

    /** What people did lately, as keys, what is asked about it, and their hours. Personal data, which no backup keeps. */
    public static final Table CONDUCT =
            new Table("Conduct", "conduct", "subject", "part", List.of(BY_EXPIRY), Deletion.PURGE, false);

    /** What the frames of a pass read, for a minute or two, so that they can be compared. Personal data, which no backup keeps. */
    public static final Table PASSES =
            new Table("Passes", "read", "passId", null, List.of(BY_EXPIRY), Deletion.PURGE, false);

    private final String prefix;

    /** @param prefix in front of every table's name, so that deployments can share an account */
    public Tables(String prefix) {
        this.prefix = prefix;
    }

    private static Index byPair(int position) {
        return new Index(
                "byPair" + position, "pair" + position, "next" + position, new Projection.Only(List.of("fold")));
    }

    private static List<Index> platesIndexes() {
        return Stream.concat(BY_PAIR.stream(), Stream.of(BY_EXPIRY)).toList();
    }

    public static List<Table> all() {
        return List.of(
                FRAMES,
                READS,
                PLATES,
                HOT_LIST,
                LISTS,
                HITS,
                SUBSCRIPTIONS,
                CAMERAS,
                CAMERA_TOKENS,
                PEOPLE,
                POLICY,
                REQUESTS,
                HOLDS,
                CITY_KEYS,
                JOBS,
                COUNTERS,
                LIMITS,
                LEDGER_PENDING,
                LEDGER_OPENINGS,
                LEDGER_INDEX,
                REVIEWS,
                CONDUCT,
                PASSES);
    }

    public String name(Table table) {
        return prefix + table.name();
    }

    /** The table as rows of that schema. Adapters of one client share nothing else: the enhanced client only wraps it. */
    public <T> DynamoDbTable<T> mapped(DynamoDbClient client, Table table, TableSchema<T> rows) {
        return enhanced(client).table(name(table), rows);
    }

    /** Without its extensions: revisions and counters are our own conditions and {@code ADD}. */
    public static DynamoDbEnhancedClient enhanced(DynamoDbClient client) {
        return DynamoDbEnhancedClient.builder()
                .dynamoDbClient(client)
                .extensions(List.of())
                .build();
    }
}
