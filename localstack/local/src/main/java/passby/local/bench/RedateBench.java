package passby.local.bench;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import passby.aws.dynamodb.CreateTables;
import passby.aws.dynamodb.Tables;
import passby.aws.ledger.DynamoDbChanges;
import passby.aws.policy.DynamoDbPolicyDocuments;
import passby.aws.redate.DynamoDbDatedRows;
import passby.aws.redate.DynamoDbDatings;
import passby.core.form.Checked;
import passby.core.governance.CityParameters;
import passby.core.governance.ParameterForm;
import passby.core.id.Ulids;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Outcome;
import passby.core.policy.Bounds;
import passby.core.policy.CachedPolicy;
import passby.core.policy.EffectivePolicy;
import passby.core.redate.DatedRows;
import passby.core.redate.RedateRows;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * {@code scripts/bench redate [ROWS]}: ROWS reads are stored under thirty days, the policy is shortened to fourteen, and the job
 * dates every one of them anew, run after run as its function does. DynamoDB Local runs in a process of its own, so that the heap
 * is the job's alone.
 */
public final class RedateBench {
    private static final Duration LONGEST_RUN = Duration.ofSeconds(40);

    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final ExecutorService pool = Executors.newFixedThreadPool(DatedRows.SEGMENTS);
    private final Tables tables = new Tables("bench-");
    private final DynamoDbClient client;
    private final DynamoDbChanges changes;
    private final EntryFactory entries;

    private RedateBench(DynamoDbClient client) {
        this.client = client;
        this.changes = new DynamoDbChanges(client, tables, clock);
        this.entries = new EntryFactory(clock, this::bytes);
    }

    /** {@code ENDPOINT [ROWS]}, the endpoint of a DynamoDB that {@link ImportBench} serves. */
    public static void main(String[] arguments) throws Exception {
        var rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        try (var client = ImportBench.client(URI.create(arguments[0]))) {
            new RedateBench(client).run(rows);
        }
        Runtime.getRuntime().halt(0);
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private void run(int rows) throws Exception {
        new CreateTables(client, tables).handle();
        put(policy(1, "30d"));
        redating(clock).handle(clock.instant().plus(LONGEST_RUN));
        System.out.printf("storing %,d reads%n", rows);
        var later = clock.instant().plus(Duration.ofDays(20));
        new BenchReads(client, tables, pool, clock).fill(rows, i -> later.plusSeconds(i % 600_000));
        put(policy(2, "14d"));
        redating(clock).handle(clock.instant().plus(LONGEST_RUN));
        measure(rows);
    }

    /** After the time that a policy takes to settle, in which no copy of the earlier one is used any more. */
    private void measure(int rows) {
        var settled = Clock.offset(clock, RedateRows.SETTLE.plusSeconds(1));
        var redate = redating(settled);
        var began = System.nanoTime();
        var runs = 0;
        while (true) {
            runs++;
            if (redate.handle(settled.instant().plus(LONGEST_RUN)) instanceof RedateRows.Answer.Done(var changed)) {
                var seconds = (System.nanoTime() - began) / 1e9;
                System.out.printf(
                        "re-date: %,d of %,d rows in %.1f s and %d runs, %,.0f a second; a million would take %.1f minutes%n",
                        changed, rows, seconds, runs, changed / seconds, seconds / changed * 1e6 / 60);
                System.out.printf("highest heap: %d MB%n", ImportBench.peak() >> 20);
                return;
            }
        }
    }

    private RedateRows redating(Clock at) {
        return new RedateRows(
                new CachedPolicy(documents(), at),
                new DynamoDbDatedRows(client, tables),
                new DynamoDbDatings(client, tables, changes),
                entries,
                new Ulids(at, this::bytes),
                pool,
                at);
    }

    private DynamoDbPolicyDocuments documents() {
        return new DynamoDbPolicyDocuments(client, tables, changes);
    }

    private void put(EffectivePolicy policy) {
        documents().put(policy, entries.create(EntryType.POLICY_CHANGED, Outcome.DONE, policy.hash(), Map.of()));
    }

    private static EffectivePolicy policy(int version, String nonHits) {
        var words = new HashMap<>(Map.of(
                "City", "springfield",
                "Agency", "Springfield Police Department",
                "AgencyOri", "XX0000000",
                "NonHitRetention", nonHits));
        return switch (ParameterForm.parse(words)) {
            case Checked.Valid<CityParameters>(var parameters) -> parameters.policy(version, Bounds.DEFAULT);
            case Checked.Invalid<CityParameters>(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }
}
