package passby.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import passby.aws.dynamodb.Table.Deletion;

final class TablesTest {
    @Test
    void noTableOfMovementsCanBeRecoveredToAPointInTime() {
        assertThat(List.of(
                        Tables.FRAMES,
                        Tables.READS,
                        Tables.PLATES,
                        Tables.HITS,
                        Tables.HOT_LIST,
                        Tables.LEDGER_OPENINGS))
                .noneMatch(Table::recoverable);
    }

    @Test
    void whatACityCannotLoseCanBeRecovered() {
        assertThat(List.of(Tables.CAMERAS, Tables.PEOPLE, Tables.POLICY, Tables.LEDGER_PENDING))
                .allMatch(Table::recoverable);
    }

    @Test
    void theTablesThatThePurgeEmptiesHaveItsIndexAndNoOthersDo() {
        assertThat(Tables.all())
                .allSatisfy(table -> assertThat(table.indexes().contains(Tables.BY_EXPIRY))
                        .isEqualTo(table.deletion() == Deletion.PURGE));
    }

    @Test
    void noTwoTablesShareAName() {
        assertThat(Tables.all()).extracting(Table::name).doesNotHaveDuplicates();
        assertThat(new Tables("city-").name(Tables.READS)).isEqualTo("city-Reads");
    }

    @Test
    void noIndexProjectsWhatAPlateSays() {
        assertThat(Tables.READS.indexes())
                .extracting(Index::projection)
                .allSatisfy(projection -> assertThat(String.valueOf(projection))
                        .doesNotContain("raw", "fold", "candidates", "Everything"));
    }
}
