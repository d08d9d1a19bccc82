package passby.core.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures under it (C2SP signed-note).
 *
 * @param text ends with a newline; this is what is signed
 * @param signatures in their order; those of unknown signers are kept and mean nothing
 */
public record Note(String text, List<NoteSignature> signatures) {
    /** Far above any checkpoint: one with a hundred witnesses is 20 kB. */
    public static final int MAX_BYTES = 64 << 10;

    private static final int MAX_SIGNATURES = 100;
    private static final String SEPARATOR = "\n\n";

    public Note {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || !isPrintable(text)) {
            throw new MalformedException("a note is lines of printable text");
        }
    }

    public static Note parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new MalformedException("a note is at most 64 kB");
        }
        var whole = utf8(bytes);
        var split = whole.lastIndexOf(SEPARATOR);
        if (split < 0 || !whole.endsWith("\n")) {
            throw new MalformedException("a note is a text, an empty line and signatures");
        }
        var signatures = parseSignatures(whole.substring(split + SEPARATOR.length()));
        if (signatures.isEmpty()) {
            throw new MalformedException("a note without a signature");
        }
        return new Note(whole.substring(0, split + 1), signatures);
    }

    /** @param lines signature lines, each with its newline; as a witness answers them */
    public static List<NoteSignature> parseSignatures(String lines) {
        var signatures = new ArrayList<NoteSignature>();
        for (var line : lines.split("\n", MAX_SIGNATURES + 2)) {
            if (signatures.size() > MAX_SIGNATURES) {
                throw new MalformedException("a note has at most 100 signatures");
            }
            if (!line.isEmpty() || signatures.isEmpty()) {
                signatures.add(NoteSignature.parse(line));
            }
        }
        return signatures;
    }

    public byte[] bytes() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString().getBytes(StandardCharsets.UTF_8);
    }

    public Note with(List<NoteSignature> more) {
        var all = new ArrayList<>(signatures);
        all.addAll(more);
        return new Note(text, all);
    }

    /**
     * Whether the note is signed by the log that owns the key. A signature under the key's name and id that is not valid makes the
     * whole note worthless, as signed-note demands.
     */
    public boolean isSignedBy(VerifierKey key) {
        var own = signatures.stream().filter(signature -> signature.isBy(key)).toList();
        return !own.isEmpty() && own.stream().allMatch(signature -> verifies(key, signature));
    }

    private boolean verifies(VerifierKey key, NoteSignature signature) {
        return switch (key.kind()) {
            case NOTE -> key.verifies(text.getBytes(StandardCharsets.UTF_8), signature.bytes());
            case COSIGNATURE -> Cosignature.verify(key, text, signature).isPresent();
        };
    }

    /** The signature under that key's name and id, valid or not. */
    public Optional<NoteSignature> signature(VerifierKey key) {
        return signatures.stream().filter(signature -> signature.isBy(key)).findFirst();
    }

    /** Strictly: bytes that are no UTF-8 are refused, not replaced. */
    public static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("not UTF-8");
        }
    }

    private static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c != 0x7f));
    }
}
