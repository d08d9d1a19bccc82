package passby.aws.ledger;

import java.util.List;
import passby.core.ledger.Accepted;
import passby.core.ledger.Entry;
import passby.core.ledger.Ledger;

/** Appends the entries of what only answers. */
public final class DynamoDbLedger implements Ledger {
    private final DynamoDbChanges changes;

    public DynamoDbLedger(DynamoDbChanges changes) {
        this.changes = changes;
    }

    @Override
    public Accepted append(Entry entry) {
        return switch (changes.commit(List.of(), List.of(entry))) {
            case DynamoDbChanges.Result.Done() -> entry.accepted();
            case DynamoDbChanges.Result.Refused refused ->
                throw new IllegalStateException("an entry alone has no condition that could fail");
        };
    }
}
