package passby.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.audit.InMemoryOpenings;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.plate.Plate;
import passby.core.testing.TestData;

final class OpenedSearchesTest {
    private final InMemoryOpenings openings = new InMemoryOpenings();
    private final OpenedSearches searches = new OpenedSearches(openings);

    private String entry(Map<Field, String> fields) {
        var entry = TestData.entry(EntryType.SEARCH, fields);
        openings.accept(entry);
        return entry.entryId();
    }

    @Test
    void anAnsweredSearchTellsItsPlate() {
        var answered = entry(Map.of(Field.PLATE, "7TST123", Field.QUERY, "{}", Field.RESULT_COUNT, "2"));

        assertThat(searches.find(answered)).contains(new Plate("7TST123"));
    }

    @Test
    void whatFoundNothingOrWasRefusedOrIsNoSearchNamesNoRead() {
        assertThat(searches.find(entry(Map.of(Field.PLATE, "7TST123", Field.QUERY, "{}", Field.RESULT_COUNT, "0"))))
                .isEmpty();
        assertThat(searches.find(entry(Map.of(Field.PLATE, "no plate!", Field.QUERY, "{}"))))
                .isEmpty();
        assertThat(searches.find(entry(Map.of(Field.PLATE, "7TST123")))).isEmpty();
        assertThat(searches.find("unknown")).isEmpty();
    }

    @Test
    void aSearchWhoseOpeningIsDeletedNamesNothingAnyMore() {
        var answered = entry(Map.of(Field.PLATE, "7TST123", Field.QUERY, "{}", Field.RESULT_COUNT, "2"));

        openings.delete(answered);

        assertThat(searches.find(answered)).isEmpty();
    }
}
