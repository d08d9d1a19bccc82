package passby.core.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NoteTest {
    private static final String TEXT =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";

    /** The example of golang.org/x/mod/sumdb/note. */
    private static final VerifierKey NEUMANN =
            VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

    private static final String SIGNED = TEXT
            + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private final VerifierKey log = TestKeys.LOG.verifierKey();

    private static Note parse(String note) {
        return Note.parse(note.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aNoteThatGoSignedIsVerified() {
        var note = parse(SIGNED);

        assertThat(note.isSignedBy(NEUMANN)).isTrue();
        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(new String(note.bytes(), StandardCharsets.UTF_8)).isEqualTo(SIGNED);
    }

    @Test
    void whatIsSignedIsVerifiedByItsKeyAlone() {
        var note = TestKeys.LOG.signed(TEXT);

        assertThat(Note.parse(note.bytes())).isEqualTo(note);
        assertThat(note.isSignedBy(log)).isTrue();
        assertThat(note.isSignedBy(NEUMANN)).isFalse();
    }

    @Test
    void aChangedTextIsNotSigned() {
        var note = new Note(TEXT.replace('I', 'J'), TestKeys.LOG.signed(TEXT).signatures());

        assertThat(note.isSignedBy(log)).isFalse();
    }

    @Test
    void anInvalidSignatureUnderAKnownKeySpoilsAValidOne() {
        var good = TestKeys.LOG.signed(TEXT);
        var bad = TestKeys.LOG.signed("other\n").signatures();

        assertThat(good.with(bad).isSignedBy(log)).isFalse();
    }

    @Test
    void signaturesOfStrangersAreKeptAndMeanNothing() {
        var note = TestKeys.LOG.signed(TEXT).with(parse(SIGNED).signatures());

        assertThat(Note.parse(note.bytes()).signatures()).hasSize(2);
        assertThat(note.isSignedBy(log)).isTrue();
    }

    @Test
    void aCosignatureSaysWhenTheWitnessSawTheText() {
        var at = Instant.parse("2036-05-06T12:01:01Z");

        var line = Cosignature.sign(TestKeys.WITNESS, TEXT, at);

        var witness = TestKeys.WITNESS.verifierKey();
        assertThat(Cosignature.verify(witness, TEXT, line)).contains(at);
        assertThat(Cosignature.verify(witness, "other\n", line)).isEmpty();
        assertThat(new Note(TEXT, List.of(line)).isSignedBy(witness)).isTrue();
    }

    /** The domains are apart: what a witness signs is never a note of its own. */
    @Test
    void aCosignatureIsNoSignatureOfTheText() {
        var line = Cosignature.sign(TestKeys.WITNESS, TEXT, Instant.EPOCH);
        var posing = VerifierKey.of("shelbyville.example/witness", VerifierKey.Kind.NOTE, new byte[32]);

        assertThat(new Note(TEXT, List.of(line)).isSignedBy(posing)).isFalse();
    }

    @Test
    void aKeyFileIsReadAgain() {
        assertThat(SigningKey.parse(TestKeys.LOG.file()).file()).isEqualTo(TestKeys.LOG.file());
        assertThat(TestKeys.LOG.toString()).doesNotContain("PRIVATE");
    }

    @Test
    void aPrivateKeyOfAnotherPublicOneIsRefused() {
        var file = TestKeys.LOG.file().lines().findFirst().orElseThrow() + "\n"
                + TestKeys.WITNESS.verifierKey().text() + "\n";

        assertThatThrownBy(() -> SigningKey.parse(file)).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text\n",
                "text\n\n",
                "text\n\nno signature\n",
                "text\n\n— name\n",
                "text\n\n— name AAAA\n",
                "text\n\n— na+me AAAAAAAA\n",
                "text\n\n— name AAAAAAAB\n— name AAAAAAAA",
                "te\u0001xt\n\n— name AAAAAAAA\n",
                "te\rxt\n\n— name AAAAAAAA\n",
            })
    void whatIsNoNoteIsRefused(String note) {
        assertThatThrownBy(() -> parse(note)).isInstanceOf(MalformedException.class);
    }

    @Test
    void aNoteOfAMegabyteIsRefused() {
        var note = new byte[1 << 20];

        assertThatThrownBy(() -> Note.parse(note)).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name",
                "name+00000000+AAAA",
                "name+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            })
    void whatIsNoVerifierKeyIsRefused(String key) {
        assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(MalformedException.class);
    }
}
