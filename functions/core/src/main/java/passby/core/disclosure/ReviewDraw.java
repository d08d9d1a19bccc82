package passby.core.disclosure;

import static passby.core.id.Digests.framed;
import static passby.core.id.Digests.sha256;
import static passby.core.id.Digests.utf8;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import passby.core.disclosure.EntryFormatException.Fault;
import passby.core.id.Digests;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.CanonicalJsonReader;
import passby.core.ledger.EntryType;
import passby.core.note.MalformedException;
import passby.core.note.Note;
import passby.core.tlog.Checkpoint;

/**
 * Which entries of a week are reviewed, with all that is needed to draw them again, format version 1: canonical JSON (RFC 8785).
 * docs/ledger.md has the rule in words.
 *
 * @param since the last checkpoint before the week; null in the log's first week
 * @param until the last checkpoint before the week's end
 * @param samples places in the log, in the order in which they were drawn
 */
public record ReviewDraw(Week week, @Nullable Note since, Note until, Lot lot, List<Long> samples) {
    public static final String FORMAT = "passby-ledger-review/1";

    /** What one person can read with care in an hour. */
    public static final int SAMPLES = 25;

    /** After these the sample is what was found: a week in which nearly nobody did anything. */
    public static final int MAX_DRAWS = 4096;

    /** What clocks and functions enter by themselves, and sign-ins: nobody's conduct is in it. */
    private static final Set<String> UNREVIEWED = EnumSet.of(
                    EntryType.ACCOUNT_DISABLED,
                    EntryType.ACCOUNT_LOCKED,
                    EntryType.CONTACT_UNCONFIRMED,
                    EntryType.COUNTED,
                    EntryType.DAY_BALANCED,
                    EntryType.EVIDENCE_COPIED,
                    EntryType.FRAMES_ADMITTED,
                    EntryType.HIT_RAISED,
                    EntryType.HIT_UPGRADED,
                    EntryType.HOLD_EXPIRED,
                    EntryType.LIST_IMPORT_BEGUN,
                    EntryType.LIST_IMPORT_UNDONE,
                    EntryType.LIST_IMPORTED,
                    EntryType.REDATING_BEGUN,
                    EntryType.REDATING_DONE,
                    EntryType.REVIEW_MISSED,
                    EntryType.ROWS_PURGED,
                    EntryType.SIGN_IN)
            .stream()
            .map(EntryType::code)
            .collect(Collectors.toUnmodifiableSet());

    public ReviewDraw {
        samples = List.copyOf(samples);
    }

    /** @param types of the entry at each place of the log */
    public static ReviewDraw draw(Week week, @Nullable Note since, Note until, Lot lot, LongFunction<String> types) {
        var undrawn = new ReviewDraw(week, since, until, lot, List.of());
        return new ReviewDraw(week, since, until, lot, undrawn.sample(types));
    }

    /** The places that the rule gives, whatever {@link #samples} says. */
    public List<Long> sample(LongFunction<String> types) {
        var from = first();
        var count = Checkpoint.parse(until.text()).size() - from;
        var found = new LinkedHashSet<Long>();
        var seed = seed();
        for (var draw = 0; draw < MAX_DRAWS && found.size() < SAMPLES && count > 0; draw++) {
            var hash = sha256(framed(utf8("passby/review1"), seed, utf8(Integer.toString(draw))));
            var place = from + Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), count);
            if (!found.contains(place) && !UNREVIEWED.contains(types.apply(place))) {
                found.add(place);
            }
        }
        return List.copyOf(found);
    }

    /** The place of the week's first entry. */
    public long first() {
        return since == null ? 0 : Checkpoint.parse(since.text()).size();
    }

    private byte[] seed() {
        var checkpoint = Checkpoint.parse(until.text());
        return sha256(framed(
                utf8("passby/review1"),
                utf8(week.code()),
                utf8(Long.toString(checkpoint.size())),
                checkpoint.root().bytes(),
                lot.bytes()));
    }

    public String json() {
        var members = new TreeMap<String, Object>(Map.of(
                "format", FORMAT,
                "week", week.code(),
                "until", text(until),
                "lot", lotMembers(),
                "samples", samples));
        if (since != null) {
            members.put("since", text(since));
        }
        return CanonicalJson.write(members);
    }

    private Map<String, Object> lotMembers() {
        return switch (lot) {
            case Lot.Beacon(var round, var randomness) -> Map.of("round", round, "randomness", randomness);
            case Lot.Committed(var number, var commitment) -> Map.of("number", number, "commitment", commitment.json());
        };
    }

    /** @throws EntryFormatException when it is no draw, saying what is wrong */
    public static ReviewDraw parse(String json) {
        try {
            var members = map(CanonicalJsonReader.parse(json));
            if (!FORMAT.equals(members.get("format"))) {
                throw malformed("not a draw of version 1");
            }
            var week = Week.parse(string(members, "week")).orElseThrow(() -> malformed("week names no week"));
            var since = members.containsKey("since") ? note(members, "since") : null;
            return new ReviewDraw(week, since, note(members, "until"), lot(map(members.get("lot"))), samples(members));
        } catch (MalformedException | IllegalArgumentException e) {
            throw malformed(String.valueOf(e.getMessage()));
        }
    }

    private static Lot lot(Map<?, ?> members) {
        if (members.get("round") instanceof Long round) {
            return new Lot.Beacon(round, hex(members, "randomness"));
        }
        return new Lot.Committed(hex(members, "number"), LedgerExport.parse(string(members, "commitment")));
    }

    private static List<Long> samples(Map<?, ?> members) {
        if (!(members.get("samples") instanceof List<?> list) || list.size() > SAMPLES) {
            throw malformed("samples is a list of at most " + SAMPLES);
        }
        var samples = new ArrayList<Long>();
        for (var place : list) {
            samples.add(place instanceof Long number ? number : -1L);
        }
        return samples;
    }

    private static Note note(Map<?, ?> members, String name) {
        var note = Note.parse(string(members, name).getBytes(StandardCharsets.UTF_8));
        Checkpoint.parse(note.text());
        return note;
    }

    private static String text(Note note) {
        return new String(note.bytes(), StandardCharsets.UTF_8);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw malformed("an object is expected");
    }

    private static String hex(Map<?, ?> members, String name) {
        var text = string(members, name);
        if (!Digests.HEX.matcher(text).matches()) {
            throw malformed(name + " is 64 small hexadecimal digits");
        }
        return text;
    }

    private static String string(Map<?, ?> members, String name) {
        if (members.get(name) instanceof String string) {
            return string;
        }
        throw malformed(name + " is a text");
    }

    private static EntryFormatException malformed(String what) {
        return new EntryFormatException(Fault.FORM, what);
    }
}
