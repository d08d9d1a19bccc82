package passby.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passby.core.disclosure.EntryFormatException.Fault;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.CanonicalJsonReader;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.testing.TestData;

final class SealedEntryTest {
    private final Entry entry = TestData.entry(EntryType.SEARCH);

    private static SealedEntry parse(String canonical) {
        return SealedEntry.parse(canonical.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anEntryIsReadAsItWasWritten() {
        var sealed = parse(entry.canonical());

        assertThat(sealed.entryId()).isEqualTo(entry.entryId());
        assertThat(sealed.type()).isEqualTo("search");
        assertThat(sealed.hour()).isEqualTo(entry.hour());
        assertThat(sealed.policyHash()).isEqualTo(entry.policyHash());
        entry.openings()
                .forEach((field, opening) ->
                        assertThat(sealed.commitments()).containsValue(opening.commitment(entry.entryId(), field)));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"v\":1', '\"v\":2', VERSION",
        "'\"v\":1', '\"v\":\"1\"', VERSION",
        "'\"type\":\"search\"', '\"type\":\"serch\"', TYPE",
        "'\"outcome\":\"done\"', '\"outcome\":\"fine\"', FORM",
        "'\"hour\":\"2036', '\"hour\":\"236', FORM",
        "'\"refs\":[]', '\"refs\":[1]', FORM",
        "'\"refs\":[]', '\"refs\":[\"x\"]', FORM",
        "'\"refs\":[]', '\"refs\":{}', FORM",
        "'{\"committed\"', '{ \"committed\"', FORM",
        "'\"v\":1', '\"v\":1,\"w\":1', FORM",
        "'\"time\":', '\"thyme\":', FORM",
    })
    void whatIsNoEntryIsRefusedWithItsFault(String is, String becomes, Fault fault) {
        var changed = entry.canonical().replace(is, becomes);
        assertThat(changed).isNotEqualTo(entry.canonical());

        var refused = catchThrowableOfType(EntryFormatException.class, () -> parse(changed));

        assertThat(refused.fault()).isEqualTo(fault);
        assertThat(refused).hasMessageNotContaining(entry.entryId());
    }

    @Test
    void anEntryThatIsTooLongIsRefused() {
        var refused = catchThrowableOfType(
                EntryFormatException.class, () -> SealedEntry.parse(new byte[Entry.MAX_BYTES + 1]));

        assertThat(refused.fault()).isEqualTo(Fault.FORM);
    }

    @Test
    void everyKindOfValueIsReadAsItWasWritten() {
        Map<String, Object> value = Map.of(
                "a",
                List.of(true, false, 0L, -7L, (1L << 53) - 1),
                "é\n\u0001\"",
                Map.of("b", List.of(), "c", Map.of()));

        assertThat(CanonicalJsonReader.parse(CanonicalJson.write(value))).isEqualTo(value);
    }
}
