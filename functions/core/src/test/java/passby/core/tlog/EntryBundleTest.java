package passby.core.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import passby.core.note.MalformedException;

final class EntryBundleTest {
    private static final int MAX = 8 << 10;

    @Test
    void entriesAreReadAsTheyWereWritten() {
        var entries = List.of(new byte[] {1, 2, 3}, new byte[0], new byte[MAX]);

        assertThat(EntryBundle.parse(EntryBundle.encode(entries), 3, MAX)).containsExactlyElementsOf(entries);
    }

    @Test
    void anEntryBehindThePromisedOnesIsRefused() {
        var bundle = EntryBundle.encode(Collections.nCopies(257, new byte[10]));

        assertThatThrownBy(() -> EntryBundle.parse(bundle, 256, MAX)).isInstanceOf(MalformedException.class);
    }

    @Test
    void aMissingEntryIsRefused() {
        var bundle = EntryBundle.encode(Collections.nCopies(255, new byte[10]));

        assertThatThrownBy(() -> EntryBundle.parse(bundle, 256, MAX)).isInstanceOf(MalformedException.class);
    }

    @Test
    void aBundleThatEndsEarlyIsRefused() {
        assertThatThrownBy(() -> EntryBundle.parse(new byte[] {0}, 1, MAX)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> EntryBundle.parse(new byte[] {0, 2, 1}, 1, MAX))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void aBundleOfAHundredMegabytesIsRefusedByItsLength() {
        assertThatThrownBy(() -> EntryBundle.parse(new byte[100 << 20], 256, MAX))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("so long");
    }
}
