package passby.verifier;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import passby.core.id.Digests;
import passby.core.ledger.Entry;
import passby.core.note.MalformedException;
import passby.core.tlog.Hash;
import passby.core.tlog.InclusionProof;

/**
 * What a caller of the API holds: the entry's id and leaf hash from any answer, with the proof when it was asked for.
 *
 * @param proof from {@code GET /v1/ledger/proofs/{entryId}}; empty in any other answer
 */
record Receipt(String entryId, Hash leafHash, Optional<InclusionProof> proof) {
    private static final int MAX_LENGTH = 16 << 20;
    private static final Pattern ID = Pattern.compile("\"entryId\"\\s*:\\s*\"(" + Entry.ID + ")\"");
    private static final Pattern LEAF = Pattern.compile("\"leafHash\"\\s*:\\s*\"(" + Digests.HEX + ")\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");

    /** @param answer as it came, whatever else stands in it */
    static Receipt parse(String answer) {
        if (answer.length() > MAX_LENGTH) {
            throw new MalformedException("an answer is at most 16 MB");
        }
        return new Receipt(
                first(ID, answer, "entryId"),
                Hash.parseHex(first(LEAF, answer, "leafHash")),
                find("proof", answer).map(InclusionProof::parse));
    }

    private static String first(Pattern pattern, String answer, String name) {
        var match = pattern.matcher(answer);
        if (!match.find()) {
            throw new MalformedException("the file has no " + name);
        }
        return match.group(1);
    }

    /** A text of the answer, with its escapes undone. */
    static String text(String name, String answer) {
        return find(name, answer).orElseThrow(() -> new MalformedException("the file has no " + name));
    }

    /** Looks for the closing quote by itself: a regular expression would need stack for every character of a long proof. */
    private static Optional<String> find(String name, String answer) {
        var opening = Pattern.compile("\"" + name + "\"\\s*:\\s*\"").matcher(answer);
        if (!opening.find()) {
            return Optional.empty();
        }
        for (var at = opening.end(); at < answer.length(); at++) {
            if (answer.charAt(at) == '"') {
                return Optional.of(unescaped(answer.substring(opening.end(), at)));
            }
            if (answer.charAt(at) == '\\') {
                at++;
            }
        }
        return Optional.empty();
    }

    private static String unescaped(String json) {
        return ESCAPE.matcher(json)
                .replaceAll(escape -> Matcher.quoteReplacement(character(escape.group(1), escape.group(2))));
    }

    private static String character(@Nullable String code, @Nullable String letter) {
        if (code != null) {
            return Character.toString(Integer.parseInt(code, 16));
        }
        return switch (String.valueOf(letter)) {
            case "n" -> "\n";
            case "t" -> "\t";
            default -> String.valueOf(letter);
        };
    }
}
