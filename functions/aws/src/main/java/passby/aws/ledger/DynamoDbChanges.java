package passby.aws.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Write;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.retention.RecordClocks;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Commits a change and its entries in one transaction: all of it, or nothing. Committing the same change with the same
 * entries again changes nothing and answers as the first time: the client request token makes it so for ten minutes, the
 * entry's own key ever after.
 */
public final class DynamoDbChanges {
    /** DynamoDB takes 100; the rest is left for what a capability may have to add. */
    static final int MAX_ROWS = 90;

    private static final String CONDITION_FAILED = "ConditionalCheckFailed";
    private static final String TRANSACTION_CONFLICT = "TransactionConflict";
    private static final String FINE = "None";

    /** Waits between attempts when another transaction held one of our rows. Nothing was written then: it is safe. */
    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(25), Duration.ofMillis(50));

    private final DynamoDbClient client;
    private final DynamoDbEnhancedClient enhanced;
    private final Tables tables;
    private final DynamoDbEntries stored;
    private final Clock clock;

    /** Openings are kept as long as by default: for what acts without a policy. */
    public DynamoDbChanges(DynamoDbClient client, Tables tables, Clock clock) {
        this(client, tables, RecordClocks.DEFAULT::searchRecord, clock);
    }

    /**
     * @param searchRecord how long the openings of an entry are kept
     * @param clock tells the minute in which an entry is accepted
     */
    public DynamoDbChanges(DynamoDbClient client, Tables tables, Supplier<Duration> searchRecord, Clock clock) {
        this.client = client;
        this.enhanced = Tables.enhanced(client);
        this.tables = tables;
        this.stored = new DynamoDbEntries(client, tables, searchRecord);
        this.clock = clock;
    }

    /** What came of a transaction. */
    public sealed interface Result {
        record Done() implements Result {}

        /** @param positions in the change whose conditions did not hold; nothing was written */
        record Refused(Set<Integer> positions) implements Result {
            public Refused {
                positions = Set.copyOf(positions);
            }
        }
    }

    /** A change with its entry; a conflict when one of the change's conditions does not hold. */
    public Commit commit(List<Write> change, Entry entry) {
        return switch (commit(change, List.of(entry))) {
            case Result.Done() -> new Commit.Done(entry.accepted());
            case Result.Refused refused -> new Commit.Conflict();
        };
    }

    /** A change with any number of entries, none for what is no change in the ledger's eyes. */
    public Result commit(List<Write> change, List<Entry> entries) {
        var rows = change.size() + entries.size() * DynamoDbEntries.ROWS;
        if (rows > MAX_ROWS) {
            throw new IllegalArgumentException("a change is at most " + MAX_ROWS + " rows, not " + rows);
        }
        var request = request(change, entries);
        for (var pause : PAUSES) {
            try {
                return write(request, change.size(), entries);
            } catch (TransactionCanceledException e) {
                if (!isOnlyConflicts(e)) {
                    throw e;
                }
                LockSupport.parkNanos(pause.toNanos());
            }
        }
        return write(request, change.size(), entries);
    }

    private TransactWriteItemsEnhancedRequest request(List<Write> change, List<Entry> entries) {
        var now = clock.instant();
        var request = TransactWriteItemsEnhancedRequest.builder();
        change.forEach(write -> write.addTo(request));
        entries.stream().flatMap(entry -> stored.writes(entry, now).stream()).forEach(write -> write.addTo(request));
        // Without an entry the SDK makes a token for this call, so that its own retries stay harmless.
        entries.stream().findFirst().ifPresent(entry -> request.clientRequestToken(entry.entryId()));
        return request.build();
    }

    private Result write(TransactWriteItemsEnhancedRequest request, int changed, List<Entry> entries) {
        try {
            enhanced.transactWriteItems(request);
            return new Result.Done();
        } catch (IdempotentParameterMismatchException e) {
            // The same entry in another minute: what matters is whether it went through then.
            if (areStored(entries)) {
                return new Result.Done();
            }
            throw e;
        } catch (TransactionCanceledException e) {
            var failed = failed(e);
            if (!failed.isEmpty() && areStored(entries)) {
                // Only this transaction writes these entries: it went through before, and its own work is no conflict.
                return new Result.Done();
            }
            failed.removeIf(position -> position >= changed);
            if (failed.isEmpty()) {
                throw e;
            }
            return new Result.Refused(failed);
        }
    }

    private static Set<Integer> failed(TransactionCanceledException e) {
        var failed = new TreeSet<Integer>();
        var reasons = e.cancellationReasons();
        for (var position = 0; position < reasons.size(); position++) {
            if (CONDITION_FAILED.equals(reasons.get(position).code())) {
                failed.add(position);
            }
        }
        return failed;
    }

    private static boolean isOnlyConflicts(TransactionCanceledException e) {
        var codes =
                e.cancellationReasons().stream().map(CancellationReason::code).toList();
        return codes.contains(TRANSACTION_CONFLICT)
                && codes.stream().allMatch(code -> FINE.equals(code) || TRANSACTION_CONFLICT.equals(code));
    }

    private boolean areStored(List<Entry> entries) {
        return !entries.isEmpty() && entries.stream().allMatch(this::isStored);
    }

    /** Raw: the enhanced client's GetItem has no projection, and whoever asks whether an entry is there reads no opening. */
    private boolean isStored(Entry entry) {
        return client.getItem(get -> get.tableName(tables.name(Tables.LEDGER_OPENINGS))
                        .key(Tables.LEDGER_OPENINGS.attributes(LedgerRowKeys.openings(entry.entryId())))
                        .projectionExpression(Tables.LEDGER_OPENINGS.partition())
                        .consistentRead(true))
                .hasItem();
    }
}
