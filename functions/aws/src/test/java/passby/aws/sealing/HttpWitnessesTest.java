package passby.aws.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import passby.core.note.Cosignature;
import passby.core.note.MalformedException;
import passby.core.note.Note;
import passby.core.note.NoteSignature;
import passby.core.note.TestKeys;
import passby.core.testing.TestData;
import passby.core.tlog.AddCheckpoint;
import passby.core.tlog.Checkpoint;
import passby.core.tlog.TreeHash;

final class HttpWitnessesTest {
    private final HttpServer server;
    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<AddCheckpoint> asked = Collections.synchronizedList(new ArrayList<>());
    private final Note checkpoint = TestKeys.LOG.signed(
            new Checkpoint(TestKeys.LOG.verifierKey().name(), 1, TreeHash.leaf(new byte[] {1}), TestData.NOW).text());

    private record Reply(int status, String body) {}

    HttpWitnessesTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/add-checkpoint", exchange -> {
            asked.add(AddCheckpoint.parse(exchange.getRequestBody().readAllBytes()));
            var reply = replies.size() > 1 ? replies.remove() : replies.element();
            var body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private HttpWitnesses witnesses() {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new HttpWitnesses(List.of(new HttpWitnesses.Witness(TestKeys.WITNESS.verifierKey(), address)));
    }

    private List<NoteSignature> cosign(Reply... answers) {
        replies.addAll(List.of(answers));
        return witnesses().cosign(new AddCheckpoint(0, List.of(), checkpoint), from -> List.of());
    }

    private Reply signature(String text) {
        var line = Cosignature.sign(TestKeys.WITNESS, text, TestData.NOW);
        var note = new Note(text, List.of(line));
        return new Reply(200, new String(note.bytes(), StandardCharsets.UTF_8).substring(text.length() + 1));
    }

    @Test
    void theSignatureOfAWitnessIsTaken() {
        var signatures = cosign(signature(checkpoint.text()));

        assertThat(signatures).hasSize(1);
        assertThat(Cosignature.verify(TestKeys.WITNESS.verifierKey(), checkpoint.text(), signatures.getFirst()))
                .contains(TestData.NOW);
    }

    @Test
    void aWitnessThatSawAnotherCheckpointIsAskedAgainFromThere() {
        var signatures = cosign(new Reply(409, "1\n"), signature(checkpoint.text()));

        assertThat(signatures).hasSize(1);
        assertThat(asked).extracting(AddCheckpoint::oldSize).containsExactly(0L, 1L);
    }

    @Test
    void aWitnessThatHasSeenMoreThanTheLogHasIsNotAskedAgain() {
        assertThat(cosign(new Reply(409, "2\n"), signature(checkpoint.text()))).isEmpty();
        assertThat(asked).extracting(AddCheckpoint::oldSize).containsExactly(0L);
    }

    @Test
    void aSignatureOfAnotherTextIsNotTaken() {
        assertThat(cosign(signature(checkpoint.text().replace("\n1\n", "\n2\n"))))
                .isEmpty();
    }

    @Test
    void whatAWitnessRefusesOrCannotSayIsNoSignature() {
        for (var reply : List.of(
                new Reply(403, ""),
                new Reply(500, "broken"),
                new Reply(200, "nonsense"),
                new Reply(200, "x".repeat(100_000)),
                new Reply(409, "many"))) {
            replies.clear();
            assertThat(cosign(reply)).as("%d", reply.status()).isEmpty();
        }
    }

    @Test
    void aWitnessThatIsNotThereStopsNothing() {
        server.stop(0);

        assertThat(cosign(new Reply(200, ""))).isEmpty();
    }

    @Test
    void theSettingNamesWitnessesOrNobody() {
        assertThat(HttpWitnesses.of("-").cosign(new AddCheckpoint(0, List.of(), checkpoint), from -> List.of()))
                .isEmpty();
        assertThatThrownBy(() -> HttpWitnesses.of("only-a-key")).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> HttpWitnesses.of(TestKeys.LOG.verifierKey().text() + " https://witness.example"))
                .isInstanceOf(MalformedException.class);
    }
}
