package passby.core.disclosure;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.core.disclosure.EntryFormatException.Fault;
import passby.core.ledger.CanonicalJsonReader;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;

/**
 * An entry as the log holds it, format version 1: read from its bytes, without what its commitments hide.
 *
 * @param entryId 26 characters of base32
 * @param type one of {@link EntryType}, as it stands in the log
 * @param hour UTC, such as {@code 2026-11-23T13Z}
 * @param outcome one of {@link Outcome}
 * @param policyHash of the effective policy, or empty where there was none yet
 * @param accessHash of the access policies, or empty where none decided
 * @param references ids of earlier entries
 * @param commitments by field, 64 hexadecimal digits each
 */
public record SealedEntry(
        String entryId,
        String type,
        String hour,
        String outcome,
        String policyHash,
        String accessHash,
        List<String> references,
        Map<String, String> commitments) {
    private static final int HASH_DIGITS = 64;

    /** 0 for each small hexadecimal digit. */
    private static final byte[] HEX = hex();

    private static final Pattern HOUR = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}Z");
    private static final Set<String> MEMBERS =
            Set.of("v", "id", "type", "hour", "outcome", "policy", "refs", "committed");
    private static final Set<String> TYPES = codes(EntryType.values());
    private static final Set<String> OUTCOMES = codes(Outcome.values());
    private static final Set<String> FIELDS = codes(Field.values());

    public SealedEntry {
        references = List.copyOf(references);
        commitments = Collections.unmodifiableMap(commitments);
    }

    /** @throws EntryFormatException saying what is wrong, never repeating the bytes */
    public static SealedEntry parse(byte[] bytes) {
        if (bytes.length > Entry.MAX_BYTES) {
            throw new EntryFormatException(Fault.FORM, "an entry is at most 8 KiB");
        }
        if (!(json(bytes) instanceof Map<?, ?> members)) {
            throw new EntryFormatException(Fault.FORM, "an entry is an object");
        }
        if (!Long.valueOf(Entry.VERSION).equals(members.get("v"))) {
            throw new EntryFormatException(Fault.VERSION, "the entry is of a version that is unknown here");
        }
        var names = new HashSet<Object>(members.keySet());
        names.remove("access");
        require(names.equals(MEMBERS), "an entry has exactly the members of its version");
        return new SealedEntry(
                string(members, "id", Entry.ID),
                known(members, "type", TYPES, Fault.TYPE),
                string(members, "hour", HOUR),
                known(members, "outcome", OUTCOMES, Fault.FORM),
                hash(members.get("policy")),
                hash(members.containsKey("access") ? members.get("access") : ""),
                references(members),
                commitments(members));
    }

    private static Object json(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return CanonicalJsonReader.parse(text.toString());
        } catch (CharacterCodingException e) {
            throw new EntryFormatException(Fault.FORM, "an entry is UTF-8");
        } catch (IllegalArgumentException e) {
            throw new EntryFormatException(Fault.FORM, String.valueOf(e.getMessage()));
        }
    }

    private static String hash(@Nullable Object hash) {
        if (hash instanceof String text && (text.isEmpty() || isHash(text))) {
            return text;
        }
        throw new EntryFormatException(Fault.FORM, "a policy is named by its hash");
    }

    private static List<String> references(Map<?, ?> members) {
        if (!(members.get("refs") instanceof List<?> references)) {
            throw new EntryFormatException(Fault.FORM, "refs is a list");
        }
        var ids = new ArrayList<String>();
        for (var reference : references) {
            ids.add(matching(reference, Entry.ID, "a reference is the id of an entry"));
        }
        return ids;
    }

    private static Map<String, String> commitments(Map<?, ?> members) {
        if (!(members.get("committed") instanceof Map<?, ?> committed)) {
            throw new EntryFormatException(Fault.FORM, "committed is an object");
        }
        var commitments = new TreeMap<String, String>();
        committed.forEach((field, hash) -> {
            require(field instanceof String name && FIELDS.contains(name), "a committed field is one of the known");
            require(hash instanceof String text && isHash(text), "a commitment is 64 digits");
            commitments.put(String.valueOf(field), String.valueOf(hash));
        });
        return commitments;
    }

    private static String string(Map<?, ?> members, String name, Pattern form) {
        return matching(members.get(name), form, name + " has another form");
    }

    private static String matching(@Nullable Object value, Pattern form, String what) {
        if (value instanceof String text && form.matcher(text).matches()) {
            return text;
        }
        throw new EntryFormatException(Fault.FORM, what);
    }

    private static String known(Map<?, ?> members, String name, Set<String> known, Fault fault) {
        if (members.get(name) instanceof String text && known.contains(text)) {
            return text;
        }
        throw new EntryFormatException(fault, name + " is none that is known here");
    }

    /** By hand, because a log of millions asks this fifteen times for each entry. */
    private static boolean isHash(String text) {
        var others = 0;
        for (var c : text.getBytes(StandardCharsets.UTF_8)) {
            others |= HEX[c & 0xff];
        }
        return others == 0 && text.length() == HASH_DIGITS;
    }

    private static byte[] hex() {
        var hex = new byte[256];
        Arrays.fill(hex, (byte) 1);
        "0123456789abcdef".chars().forEach(digit -> hex[digit] = 0);
        return hex;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new EntryFormatException(Fault.FORM, what);
        }
    }

    private static Set<String> codes(Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toUnmodifiableSet());
    }
}
