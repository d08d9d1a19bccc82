package passby.verifier.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passby.core.note.Cosignature;
import passby.core.note.Note;
import passby.core.note.TestKeys;
import passby.core.sealing.TestLog;
import passby.core.testing.TestData;
import passby.core.tlog.AddCheckpoint;
import passby.core.tlog.Hash;
import passby.core.tlog.Tree;
import passby.core.tlog.TreeHash;

final class WitnessTest {
    @TempDir
    private Path folder;

    private final TestLog log = new TestLog();
    private final List<Note> checkpoints = new ArrayList<>();
    private final List<String> contradictions = new ArrayList<>();
    private Witness witness;

    @BeforeEach
    void start() {
        witness = witness();
        for (var size : List.of(5, 300, 40)) {
            log.accept(size);
            log.sealer().handle();
            checkpoints.add(Note.parse(log.store.find("checkpoint").orElseThrow()));
        }
    }

    private Witness witness() {
        return new Witness(
                List.of(TestKeys.LOG.verifierKey()),
                TestKeys.WITNESS,
                new FolderCheckpoints(folder),
                Clock.fixed(TestData.NOW, ZoneOffset.UTC),
                contradictions::add);
    }

    private static long size(Note checkpoint) {
        return TreeHead.parse(checkpoint.text()).size();
    }

    private AddCheckpoint request(long old, Note checkpoint) {
        var size = size(checkpoint);
        var proof = old > size ? List.<Hash>of() : new Tree(size, log.store).consistencyProof(old);
        return new AddCheckpoint(old, proof, checkpoint);
    }

    private Witness.Answer ask(long old, Note checkpoint) {
        return witness.addCheckpoint(request(old, checkpoint).bytes());
    }

    @Test
    void aLogThatGrowsIsSignedEachTime() {
        var last = 0L;
        for (var checkpoint : checkpoints) {
            var answer = ask(last, checkpoint);

            assertThat(answer.status()).isEqualTo(200);
            var line = Note.parseSignatures(answer.body()).getFirst();
            assertThat(Cosignature.verify(TestKeys.WITNESS.verifierKey(), checkpoint.text(), line))
                    .contains(TestData.NOW);
            last = size(checkpoint);
        }
    }

    @Test
    void whoeverAsksFromAnotherSizeIsToldTheLastOne() {
        ask(0, checkpoints.getFirst());

        assertThat(ask(0, checkpoints.get(1))).isEqualTo(new Witness.Answer(409, "text/x.tlog.size", "5\n"));
        assertThat(ask(5, checkpoints.get(1)).status()).isEqualTo(200);
        assertThat(ask(5, checkpoints.get(1)).status()).isEqualTo(409);
        assertThat(ask(305, checkpoints.get(1)).status()).isEqualTo(200);
        assertThat(contradictions).isEmpty();
    }

    @Test
    void aWitnessRemembersOverARestart() {
        ask(0, checkpoints.get(1));
        witness = witness();

        assertThat(ask(0, checkpoints.getFirst()).body()).isEqualTo("305\n");
    }

    @Test
    void anotherLogOfTheSameOriginIsNeverSigned() {
        ask(0, checkpoints.get(1));
        var other = new TestLog();
        other.accept(305);
        other.sealer().handle();
        var sameSize = Note.parse(other.store.find("checkpoint").orElseThrow());
        other.accept(10);
        other.sealer().handle();
        var larger = Note.parse(other.store.find("checkpoint").orElseThrow());

        assertThat(witness.addCheckpoint(new AddCheckpoint(305, List.of(), sameSize).bytes())
                        .status())
                .isEqualTo(409);
        var proof = new Tree(315, other.store).consistencyProof(305);
        assertThat(witness.addCheckpoint(new AddCheckpoint(305, proof, larger).bytes())
                        .status())
                .isEqualTo(422);
        assertThat(ask(305, checkpoints.get(2)).status()).isEqualTo(200);
        assertThat(contradictions)
                .containsExactly(
                        "springfield.example/ledger signed two trees of 305 entries",
                        "springfield.example/ledger asked for 315 entries that do not continue the 305 seen before");
    }

    @Test
    void whatIsNotSignedByAKnownLogIsRefused() {
        var text = checkpoints.getFirst().text();
        var stranger = TestKeys.WITNESS.signed(text);
        var unknown = TestKeys.LOG.signed(text.replace("springfield", "capital-city"));
        var forged =
                new Note(text.replace("\n5\n", "\n6\n"), checkpoints.getFirst().signatures());

        assertThat(ask(0, stranger).status()).isEqualTo(403);
        assertThat(ask(0, unknown).status()).isEqualTo(404);
        assertThat(witness.addCheckpoint(new AddCheckpoint(0, List.of(), forged).bytes())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsNoRequestIsRefused() {
        assertThat(witness.addCheckpoint(new byte[0]).status()).isEqualTo(400);
        assertThat(witness.addCheckpoint(new byte[1 << 20]).status()).isEqualTo(400);
        assertThat(ask(6, checkpoints.getFirst()).status()).isEqualTo(400);
        var proof = List.of(TreeHash.EMPTY);
        assertThat(witness.addCheckpoint(new AddCheckpoint(0, proof, checkpoints.getFirst()).bytes())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void itAnswersOnAPort() throws IOException, InterruptedException {
        try (var server = WitnessServer.start(witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                var client = HttpClient.newHttpClient()) {
            var address = URI.create("http://127.0.0.1:" + server.port() + "/");
            var body = HttpRequest.BodyPublishers.ofByteArray(
                    request(0, checkpoints.getFirst()).bytes());

            var answer = client.send(
                    HttpRequest.newBuilder(address.resolve("add-checkpoint"))
                            .POST(body)
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            var overview = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("— shelbyville.example/witness ");
            assertThat(overview.body()).contains("springfield.example/ledger\n5\n");
        }
    }
}
