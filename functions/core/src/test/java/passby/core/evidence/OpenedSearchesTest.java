package passby.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
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

    private static Map<Field, String> opened(String readId) {
        return Map.of(
                Field.SUBJECT, readId, Field.PLATE, "7TST123", Field.OFFENCE, "stolen-vehicle", Field.PURPOSE, "x");
    }

    @Test
    void aRowThatWasOpenedIsToldByItsViewAndNoOtherReadIs() {
        var view = entry(opened("01JQ-1"));

        assertThat(searches.opened(view, "01JQ-1")).isTrue();
        assertThat(searches.opened(view, "01JQ-2")).isFalse();
        assertThat(searches.find(view)).isEmpty();
    }

    @Test
    void aViewThatWasRefusedOrOfAnythingElseOpenedNothing() {
        var refused = new HashMap<>(opened("01JQ-1"));
        refused.remove(Field.PLATE);
        var picture = Map.of(Field.SUBJECT, "01JQ-1");

        assertThat(searches.opened(entry(refused), "01JQ-1")).isFalse();
        assertThat(searches.opened(entry(picture), "01JQ-1")).isFalse();
        assertThat(searches.opened("unknown", "01JQ-1")).isFalse();
    }

    @Test
    void aSearchWhoseOpeningIsDeletedNamesNothingAnyMore() {
        var answered = entry(Map.of(Field.PLATE, "7TST123", Field.QUERY, "{}", Field.RESULT_COUNT, "2"));

        openings.delete(answered);

        assertThat(searches.find(answered)).isEmpty();
    }
}
