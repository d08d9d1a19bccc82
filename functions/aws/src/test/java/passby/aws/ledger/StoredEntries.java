package passby.aws.ledger;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.StoredRows;
import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;

/** The entries as they lie in their two tables. */
public final class StoredEntries implements DurableEntries {
    private final StoredRows rows;

    public StoredEntries(StoredRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<String> canonical(String entryId) {
        return rows(Tables.LEDGER_PENDING, entryId).stream()
                .map(item -> item.string("entry"))
                .findFirst();
    }

    /** How often the entry waits to be sealed: once, or the log would hold it twice. */
    public int copies(String entryId) {
        return rows(Tables.LEDGER_PENDING, entryId).size();
    }

    @Override
    public Map<Field, Opening> openings(String entryId) {
        var openings = new EnumMap<Field, Opening>(Field.class);
        for (var row : rows(Tables.LEDGER_OPENINGS, entryId)) {
            var stored = row.part("openings");
            Arrays.stream(Field.values())
                    .filter(field -> stored.has(field.code()))
                    .forEach(field -> {
                        var opening = stored.part(field.code());
                        openings.put(field, new Opening(opening.string("salt"), opening.string("value")));
                    });
        }
        return openings;
    }

    private List<StoredItem> rows(Table table, String entryId) {
        return rows.of(table).stream()
                .map(row -> StoredItem.of("entry", 1, row))
                .filter(row -> row.string("entryId").equals(entryId))
                .toList();
    }
}
