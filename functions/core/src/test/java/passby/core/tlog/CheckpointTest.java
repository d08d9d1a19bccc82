package passby.core.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.note.MalformedException;
import passby.core.note.TestKeys;

final class CheckpointTest {
    private static final String ROOT = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    private static final Checkpoint CHECKPOINT =
            new Checkpoint("springfield.example/ledger", 0, TreeHash.EMPTY, Instant.parse("2036-05-06T12:01:01.9Z"));

    @Test
    void aCheckpointIsFourLines() {
        assertThat(CHECKPOINT.text())
                .isEqualTo("springfield.example/ledger\n0\n" + ROOT + "\ntime 2036-05-06T12:01:01Z\n");
        assertThat(Checkpoint.parse(CHECKPOINT.text())).isEqualTo(CHECKPOINT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\n0\n" + ROOT + "\n",
                "\n0\n" + ROOT + "\ntime 2036-05-06T12:01:01Z\n",
                "a\n00\n" + ROOT + "\ntime 2036-05-06T12:01:01Z\n",
                "a\n-1\n" + ROOT + "\ntime 2036-05-06T12:01:01Z\n",
                "a\n1\nAAAA\ntime 2036-05-06T12:01:01Z\n",
                "a\n1\n" + ROOT + "\ntime 2036-05-06T12:01:01.5Z\n",
                "a\n1\n" + ROOT + "\ntime soon\n",
                "a\n1\n" + ROOT + "\ntime 2036-05-06T12:01:01Z\nmore\n",
                "a\n1\n" + ROOT + "\ntime 2036-05-06T12:01:01Z",
                "a\n1234567890123456789\n" + ROOT + "\ntime 2036-05-06T12:01:01Z\n",
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(MalformedException.class);
    }

    @Test
    void aRequestToAWitnessIsReadAgain() {
        var note = TestKeys.LOG.signed(CHECKPOINT.text());
        var request = new AddCheckpoint(7, List.of(TreeHash.EMPTY, TreeHash.EMPTY), note);

        assertThat(AddCheckpoint.parse(request.bytes())).isEqualTo(request);
        assertThat(AddCheckpoint.parse(new AddCheckpoint(0, List.of(), note).bytes())
                        .proof())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n\n", "old\n\n", "old 01\n\n", "old 1\n" + ROOT + "\n", "new 1\n\nx\n\n— a AAAAAAAA\n"})
    void whatIsNoRequestToAWitnessIsRefused(String body) {
        assertThatThrownBy(() -> AddCheckpoint.parse(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void anInclusionProofIsReadAgain() {
        var note = TestKeys.LOG.signed(CHECKPOINT.text());
        var proof = new InclusionProof(12, List.of(TreeHash.EMPTY), note);

        assertThat(proof.text())
                .startsWith("c2sp.org/tlog-proof@v1\nindex 12\n" + ROOT + "\n\nspringfield.example/ledger\n");
        assertThat(InclusionProof.parse(proof.text())).isEqualTo(proof);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2sp.org/tlog-proof@v2\nindex 1\n\n",
                "c2sp.org/tlog-proof@v1\n\n",
                "c2sp.org/tlog-proof@v1\nindex -1\n\n"
            })
    void whatIsNoInclusionProofIsRefused(String text) {
        assertThatThrownBy(() -> InclusionProof.parse(text)).isInstanceOf(MalformedException.class);
    }
}
