package passby.core.ledger;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import passby.core.id.Digests;

/**
 * One entry of the log, format version 1: a few words in clear, and a commitment for every field that could name somebody.
 *
 * @param entryId 26 characters of base32, random: the public log must not show exact times
 * @param type what it is about
 * @param hour UTC, such as {@code 2026-11-23T13Z}; the exact time is committed
 * @param outcome how it ended
 * @param policyHash of the effective policy that was in force
 * @param accessHash of the access policies that were in force, so that whoever was let in can be judged by the text of that day; empty
 *     where a clock or the administrator acted, and in entries of before this was written down
 * @param references ids of earlier entries that this one follows from
 * @param openings values and salts of the committed fields; kept apart from the log
 */
public record Entry(
        String entryId,
        EntryType type,
        String hour,
        Outcome outcome,
        String policyHash,
        String accessHash,
        List<String> references,
        Map<Field, Opening> openings) {
    /** An id of an entry: 26 characters of base32. */
    public static final Pattern ID = Pattern.compile("[a-z2-7]{26}");

    public static final int VERSION = 1;
    public static final int MAX_BYTES = 8 << 10;

    public Entry {
        references = List.copyOf(references);
        openings = Map.copyOf(openings);
    }

    /** The entry as the log holds it: RFC 8785 JSON, at most {@link #MAX_BYTES}. */
    public String canonical() {
        var commitments = new TreeMap<String, Object>();
        openings.forEach((field, opening) -> commitments.put(field.code(), opening.commitment(entryId, field)));
        var members = new TreeMap<String, Object>(Map.of(
                "v", VERSION,
                "id", entryId,
                "type", type.code(),
                "hour", hour,
                "outcome", outcome.code(),
                "policy", policyHash,
                "refs", references,
                "committed", commitments));
        if (!accessHash.isEmpty()) {
            members.put("access", accessHash);
        }
        return CanonicalJson.write(members);
    }

    /** RFC 6962 leaf hash: SHA-256 of a zero byte and {@link #canonical()}; 64 hexadecimal digits. */
    public String leafHash() {
        var leaf = canonical().getBytes(StandardCharsets.UTF_8);
        var prefixed = new byte[leaf.length + 1];
        System.arraycopy(leaf, 0, prefixed, 1, leaf.length);
        return HexFormat.of().formatHex(Digests.sha256(prefixed));
    }

    public Accepted accepted() {
        return new Accepted(entryId, leafHash());
    }
}
