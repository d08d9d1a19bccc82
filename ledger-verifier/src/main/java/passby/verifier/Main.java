package passby.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import passby.core.disclosure.ReviewDraw;
import passby.core.id.Digests;
import passby.core.note.MalformedException;
import passby.core.note.VerifierKey;
import passby.core.tlog.Hash;
import passby.core.tlog.LogFiles;

/** {@code scripts/verify-ledger}, and what {@code java -jar verify.jar} runs. */
public final class Main {
    private static final int HOLDS = 0;
    private static final int FAILS = 1;
    private static final int MISUSED = 2;

    private final Clock clock;
    private final PrintStream out;

    Main(Clock clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(new Main(Clock.systemUTC(), System.out).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        var options = Options.parse(arguments);
        if (options.isEmpty()) {
            out.println(Options.USAGE);
            return MISUSED;
        }
        try {
            return print(check(options.get()));
        } catch (MalformedException | UncheckedIOException e) {
            out.println("FAILED to read: " + e.getMessage());
            return MISUSED;
        }
    }

    private Report check(Options options) {
        var files = Optional.ofNullable(options.log()).map(log -> files(log, ListedFiles.MAX_LOG_BYTES));
        var key = key(options, files);
        var receipt = Optional.ofNullable(options.receipt()).map(Main::read);
        var export = Optional.ofNullable(options.export()).map(Main::read);
        if (options.review() != null) {
            return new VerifyReview(key, clock.instant()).check(draw(read(options.review())), files.orElse(null));
        }
        var proof = new VerifyProof(key, clock.instant());
        if (export.isPresent()) {
            var report = proof.export(export.get());
            if (options.archive() != null) {
                new VerifyArchive(files(options.archive(), ListedFiles.MAX_LOG_BYTES), report).check(export.get());
            }
            return files.isPresent() ? continued(proof, export.get(), files.get(), report) : report;
        }
        if (receipt.isPresent()
                && (files.isEmpty() || VerifyProof.checkpointOf(receipt.get()).isPresent())) {
            var report = proof.receipt(receipt.get());
            return files.isPresent() ? continued(proof, receipt.get(), files.get(), report) : report;
        }
        return log(options, files.orElseThrow(), key, receipt);
    }

    /** The draw by itself, or inside an answer of {@code GET /v1/reviews/{week}}. */
    private static String draw(String file) {
        return file.contains("\"format\":\"" + ReviewDraw.FORMAT) ? file.strip() : Receipt.text("draw", file);
    }

    private Report log(Options options, ListedFiles files, VerifierKey key, Optional<String> answer) {
        var receipt = answer.map(Receipt::parse);
        var found = new boolean[1];
        Consumer<Hash> leaves = hash ->
                found[0] |= receipt.isPresent() && receipt.get().leafHash().equals(hash);
        var witnesses = options.witnesses().stream().map(Main::vkey).toList();
        var old = Optional.ofNullable(options.old()).map(file -> read(file).getBytes(StandardCharsets.UTF_8));
        var policy = Optional.ofNullable(options.policy()).map(file -> Digests.sha256Hex(read(file)));
        var log = new VerifyLog(files, key, witnesses, clock.instant(), leaves);
        var report = log.check(old);
        policy.filter(hash -> !log.policies().contains(hash))
                .ifPresent(hash -> report.fail(Rule.POLICY, "--policy", "no entry names the document's hash " + hash));
        if (options.data() != null) {
            report.add(new VerifyData(files(options.data(), ListedFiles.MAX_DATA_BYTES), files, key).check());
        }
        if (options.waiting() != null) {
            ids(read(options.waiting())).filter(log::holds).forEach(id -> report.fact("sealed already: " + id));
        }
        if (receipt.isPresent() && !found[0]) {
            report.fail(
                    Rule.RECEIPT, "--receipt", "no entry of this log has its leaf hash (a public copy is a day late)");
        }
        return report;
    }

    private static Stream<String> ids(String text) {
        var ids = text.strip().split("\\s+");
        if (!Stream.of(ids).allMatch(id -> id.matches("[a-z2-7]{26}"))) {
            throw new MalformedException("--waiting: no ids of entries");
        }
        return Stream.of(ids);
    }

    private static Report continued(VerifyProof proof, String file, LogFiles log, Report report) {
        return VerifyProof.checkpointOf(file)
                .map(checkpoint -> proof.continued(checkpoint, log))
                .orElse(report);
    }

    private int print(Report report) {
        report.facts().forEach(out::println);
        report.failures().forEach(out::println);
        out.println(report.holds() ? "OK" : "NOT OK");
        return report.holds() ? HOLDS : FAILS;
    }

    /** Without a key of one's own the log vouches for itself: it shows that it is whole, not whose it is. */
    private VerifierKey key(Options options, Optional<ListedFiles> files) {
        if (options.key() != null) {
            return vkey(options.key());
        }
        out.println("no --key: the key is the log's own word, compare it with what the city published");
        return files.flatMap(log -> log.find("vkey"))
                .map(bytes -> VerifierKey.parse(new String(bytes, StandardCharsets.UTF_8).strip()))
                .orElseThrow(() -> new MalformedException("the log has no vkey, and none was given"));
    }

    private static VerifierKey vkey(String textOrFile) {
        return VerifierKey.parse(
                textOrFile.contains("+") ? textOrFile : read(textOrFile).strip());
    }

    private static ListedFiles files(String place, int maxBytes) {
        return place.startsWith("http://") || place.startsWith("https://")
                ? new WebFiles(URI.create(place), maxBytes)
                : new FolderFiles(Path.of(place), maxBytes);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
