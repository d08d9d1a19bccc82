package passby.aws.sealing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import passby.aws.json.Failure;
import passby.core.note.Cosignature;
import passby.core.note.MalformedException;
import passby.core.note.Note;
import passby.core.note.NoteSignature;
import passby.core.note.VerifierKey;
import passby.core.sealing.Witnesses;
import passby.core.tlog.AddCheckpoint;
import passby.core.tlog.Checkpoint;
import passby.core.tlog.Hash;

/** Asks witnesses as C2SP tlog-witness says, all at once, each at most twice. */
public final class HttpWitnesses implements Witnesses {
    /** What the setting says where nobody is asked. */
    public static final String NOBODY = "-";

    /** Sealing waits for nobody longer than this. */
    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    private static final Logger LOG = LoggerFactory.getLogger(HttpWitnesses.class);

    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int MAX_ANSWER = 16 << 10;
    private static final Pattern SIZE = Pattern.compile("(" + Checkpoint.SIZE + ")\\n?");

    private final List<Witness> witnesses;

    /**
     * One of them.
     *
     * @param key that it signs with
     * @param address that {@code add-checkpoint} is appended to; HTTPS, or this machine
     */
    public record Witness(VerifierKey key, URI address) {
        /** @param text a verifier key, a space, an address */
        public static Witness parse(String text) {
            var words = text.strip().split(" +", -1);
            if (words.length != 2) {
                throw new MalformedException("a witness is a verifier key and an address");
            }
            var address = URI.create(words[1].endsWith("/") ? words[1] : words[1] + "/");
            var key = VerifierKey.parse(words[0]);
            if (key.kind() != VerifierKey.Kind.COSIGNATURE) {
                throw new MalformedException("the key of a witness is one for cosignatures");
            }
            return new Witness(key, address);
        }
    }

    /** @param setting one witness a line, or {@link #NOBODY} */
    public static HttpWitnesses of(String setting) {
        return new HttpWitnesses(setting.lines()
                .filter(line -> !line.isBlank() && !line.strip().equals(NOBODY))
                .map(Witness::parse)
                .toList());
    }

    public HttpWitnesses(List<Witness> witnesses) {
        this.witnesses = List.copyOf(witnesses);
    }

    @Override
    public List<NoteSignature> cosign(AddCheckpoint request, ConsistencyProofs proofs) {
        if (witnesses.isEmpty()) {
            return List.of();
        }
        try (var client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<List<NoteSignature>>>();
            for (var witness : witnesses) {
                answers.add(threads.submit(() -> ask(client, witness, request, proofs)));
            }
            var signatures = new ArrayList<NoteSignature>();
            for (var i = 0; i < witnesses.size(); i++) {
                signatures.addAll(signatures(witnesses.get(i), answers.get(i)));
            }
            return List.copyOf(signatures);
        }
    }

    /** A witness that saw another checkpoint last says which: asked from there it can check that the log only grew. */
    private static List<NoteSignature> ask(
            HttpClient client, Witness witness, AddCheckpoint request, ConsistencyProofs proofs)
            throws IOException, InterruptedException {
        var answer = send(client, witness, request);
        var last = answer.statusCode() == CONFLICT ? size(answer.body()) : OptionalLong.empty();
        if (last.isPresent()) {
            if (last.getAsLong() > Checkpoint.parse(request.checkpoint().text()).size()) {
                LOG.warn(
                        "The witness {} has seen more entries than the log has",
                        witness.key().name());
                return List.of();
            }
            List<Hash> proof;
            synchronized (proofs) {
                proof = proofs.from(last.getAsLong());
            }
            answer = send(client, witness, new AddCheckpoint(last.getAsLong(), proof, request.checkpoint()));
        }
        if (answer.statusCode() != OK) {
            LOG.warn(
                    "The witness {} signs nothing: it answers {}", witness.key().name(), answer.statusCode());
            return List.of();
        }
        return Note.parseSignatures(new String(answer.body(), StandardCharsets.UTF_8)).stream()
                .filter(line -> Cosignature.verify(
                                witness.key(), request.checkpoint().text(), line)
                        .isPresent())
                .limit(1)
                .toList();
    }

    private static HttpResponse<byte[]> send(HttpClient client, Witness witness, AddCheckpoint request)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(witness.address().resolve("add-checkpoint"))
                        .timeout(TIMEOUT)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(request.bytes()))
                        .build(),
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MAX_ANSWER));
    }

    private static OptionalLong size(byte[] body) {
        var match = SIZE.matcher(new String(body, StandardCharsets.UTF_8));
        return match.matches() ? OptionalLong.of(Long.parseLong(match.group(1))) : OptionalLong.empty();
    }

    /** Whatever a stranger's server does, it is no reason not to publish. */
    private static List<NoteSignature> signatures(Witness witness, Future<List<NoteSignature>> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            LOG.warn("The witness {} does not answer: {}", witness.key().name(), Failure.describe(e));
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
