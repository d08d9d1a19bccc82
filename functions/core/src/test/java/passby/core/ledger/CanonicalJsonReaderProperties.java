package passby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is accepted is exactly what would be written: one text for each value. */
final class CanonicalJsonReaderProperties {
    @Property(tries = 2000)
    void whatIsReadIsWrittenAsItWas(@ForAll("nearlyJson") String text) {
        try {
            assertThat(CanonicalJson.write(CanonicalJsonReader.parse(text))).isEqualTo(text);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("not canonical JSON");
        }
    }

    @Property
    void everyStringIsReadAsItWasWritten(@ForAll String text) {
        try {
            assertThat(CanonicalJsonReader.parse(CanonicalJson.write(text))).isEqualTo(text);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("half a character");
        }
    }

    @Provide
    Arbitrary<String> nearlyJson() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "\"a\"",
                        "\"b\"",
                        "0",
                        "-1",
                        "01",
                        "true",
                        "\"\\n\"",
                        "\"\\u001f\"",
                        " ",
                        "1e3")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }
}
