package passby.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.disclosure.SealedEntry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.testing.TestData;

final class LedgerCsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "|x", "%x"})
    void aCellThatASpreadsheetWouldRunIsText(String value) {
        assertThat(LedgerCsv.cell(value).replace("\"", "")).startsWith("'");
    }

    @Test
    void aCellWithCommasQuotesOrLinesIsQuoted() {
        assertThat(LedgerCsv.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(LedgerCsv.cell("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(LedgerCsv.cell("a\nb")).isEqualTo("\"a\nb\"");
        assertThat(LedgerCsv.cell("26-004711")).isEqualTo("26-004711");
        assertThat(LedgerCsv.cell("")).isEmpty();
    }

    @Test
    void aRowHasACellForEachColumnWhatCannotBeOpenedBeingEmpty() {
        var entry = TestData.entry(EntryType.SEARCH, Map.of(Field.PLATE, "7TST123"));
        var bytes = entry.canonical().getBytes(StandardCharsets.UTF_8);
        var logged = new LoggedEntry(7, entry.canonical(), SealedEntry.parse(bytes), entry.openings());

        var lines = LedgerCsv.of(List.of(logged)).split("\r\n", -1);

        assertThat(lines).hasSize(3);
        assertThat(lines[1].split(",", -1)).hasSameSizeAs(lines[0].split(",", -1));
        assertThat(lines[1]).startsWith("7," + entry.entryId()).contains("7TST123");
    }
}
