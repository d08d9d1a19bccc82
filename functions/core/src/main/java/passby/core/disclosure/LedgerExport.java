package passby.core.disclosure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import passby.core.disclosure.EntryFormatException.Fault;
import passby.core.id.Digests;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.CanonicalJsonReader;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.note.MalformedException;
import passby.core.note.Note;
import passby.core.tlog.Hash;

/**
 * Entries that leave the city with everything that proves them, format version 1: canonical JSON (RFC 8785). A disclosure of one
 * field is an export of one entry with one opening.
 *
 * @param checkpoint that every path leads to, with the signatures of the log and its witnesses
 * @param entries in the order of the log
 */
public record LedgerExport(Note checkpoint, List<ExportedEntry> entries) {
    public static final String FORMAT = "passby-ledger-export/1";

    public LedgerExport {
        entries = List.copyOf(entries);
    }

    public String json() {
        return CanonicalJson.write(Map.of(
                "format",
                FORMAT,
                "checkpoint",
                new String(checkpoint.bytes(), StandardCharsets.UTF_8),
                "entries",
                entries.stream().map(LedgerExport::members).toList()));
    }

    /** @throws EntryFormatException when it is no export, saying what is wrong */
    public static LedgerExport parse(String json) {
        try {
            var members = map(CanonicalJsonReader.parse(json));
            if (!FORMAT.equals(members.get("format"))) {
                throw malformed("not an export of version 1");
            }
            var note = Note.parse(string(members, "checkpoint").getBytes(StandardCharsets.UTF_8));
            var entries = new ArrayList<ExportedEntry>();
            for (var entry : list(members, "entries")) {
                entries.add(entry(map(entry)));
            }
            return new LedgerExport(note, entries);
        } catch (MalformedException | IllegalArgumentException e) {
            throw malformed(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Object> members(ExportedEntry entry) {
        var openings = new TreeMap<String, Object>();
        entry.openings()
                .forEach((field, opening) ->
                        openings.put(field.code(), Map.of("salt", opening.salt(), "value", opening.value())));
        return Map.of(
                "index", entry.index(),
                "entry", entry.canonical(),
                "openings", openings,
                "path", entry.path().stream().map(Hash::base64).toList());
    }

    private static ExportedEntry entry(Map<?, ?> members) {
        var path = new ArrayList<Hash>();
        for (var hash : list(members, "path")) {
            path.add(Hash.parseBase64(hash instanceof String text ? text : ""));
        }
        if (!(members.get("index") instanceof Long index)) {
            throw malformed("an entry without its index");
        }
        return new ExportedEntry(index, string(members, "entry"), openings(members), path);
    }

    private static Map<Field, Opening> openings(Map<?, ?> members) {
        var openings = new EnumMap<Field, Opening>(Field.class);
        map(Optional.<Object>ofNullable(members.get("openings")).orElse(List.of()))
                .forEach((name, opening) -> {
                    var field = Stream.of(Field.values())
                            .filter(known -> known.code().equals(name))
                            .findFirst()
                            .orElseThrow(() -> malformed("a field that is unknown here"));
                    var salt = string(map(opening), "salt");
                    if (!Digests.HEX.matcher(salt).matches()) {
                        throw malformed("a salt is 64 small hexadecimal digits");
                    }
                    openings.put(field, new Opening(salt, string(map(opening), "value")));
                });
        return openings;
    }

    private static Map<?, ?> map(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw malformed("an object is expected");
    }

    private static List<?> list(Map<?, ?> members, String name) {
        if (members.get(name) instanceof List<?> list) {
            return list;
        }
        throw malformed(name + " is a list");
    }

    private static String string(Map<?, ?> members, String name) {
        if (members.get(name) instanceof String string) {
            return string;
        }
        throw malformed(name + " is a string");
    }

    private static EntryFormatException malformed(String what) {
        return new EntryFormatException(Fault.FORM, what);
    }
}
