package passby.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import passby.core.disclosure.SealedEntry;
import passby.local.city.LedgerFolder;

/** The entries that a city's sealer has taken, sealed to the end or not: read from its batches. */
final class SealedEntries {
    private SealedEntries() {}

    /** Canonical texts by their entries' ids. */
    static Map<String, String> in(Path ledger) {
        try {
            var store = LedgerFolder.open(ledger);
            var entries = new HashMap<String, String>();
            for (var path : store.list("batches/")) {
                read(ByteBuffer.wrap(store.find(path).orElseThrow()), entries);
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(ByteBuffer batch, Map<String, String> entries) {
        while (batch.get() != '\n') {
            // The header line.
        }
        while (batch.hasRemaining()) {
            batch.getInt();
            var leaf = new byte[batch.getShort() & 0xffff];
            batch.get(leaf);
            entries.put(SealedEntry.parse(leaf).entryId(), new String(leaf, StandardCharsets.UTF_8));
        }
    }
}
