package passby.core.lists;

import java.util.List;
import passby.core.plate.PlateKey;

final class InMemoryListedRowsTest extends ListedRowsContract {
    private final InMemoryListedRows rows = new InMemoryListedRows();

    @Override
    protected ListedRows rows() {
        return rows;
    }

    @Override
    protected List<String> visible(String source, PlateKey key, int active) {
        return rows.visible(source, active).stream()
                .filter(row -> row.plateKey().equals(key))
                .map(ListedRow::recordId)
                .toList();
    }
}
