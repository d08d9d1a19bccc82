package passby.local.restore;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import passby.aws.dynamodb.Tables;
import passby.core.audit.SealedLog;
import passby.core.note.VerifierKey;
import passby.core.plate.Plate;
import passby.core.retention.NonHitRetention;
import passby.core.sealing.LogStore;
import passby.core.tlog.Tile;
import passby.local.SpringfieldSetup;
import passby.local.bench.CannedRecognizer;
import passby.local.camera.ApiClient;
import passby.local.city.City;
import passby.local.city.LedgerFolder;
import passby.local.city.LocalLedger;
import passby.local.springfield.Springfield;

/**
 * {@code scripts/drill}: a city works, loses something, and begins again elsewhere with what is left. Prints a transcript; the
 * script then lets the verifier check both logs.
 */
public final class RestoreDrill {
    private static final int WRONG_USAGE = 2;
    private static final LocalLedger.Settings AT_ONCE = new LocalLedger.Settings(Duration.ZERO, List.of());
    private static final Duration SIGNED_IN = Duration.ofHours(1);

    private final Loss loss;
    private final Path folder;
    private final PrintStream out;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    /**
     * What came of a drill.
     *
     * @param camerasBefore that were registered
     * @param camerasAfter that are registered afterwards, before anybody registers one again
     * @param sealedSince entries that waited when the tables were copied and were in the log before these were written back
     */
    record Result(int camerasBefore, int camerasAfter, int sealedSince) {}

    RestoreDrill(Loss loss, Path folder, PrintStream out) {
        this.loss = loss;
        this.folder = folder;
        this.out = out;
    }

    /** @param arguments what is lost, and an empty folder for both cities' logs and keys */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var loss = arguments.length == 2 ? Loss.parse(arguments[0]) : Optional.<Loss>empty();
        if (loss.isEmpty()) {
            System.err.println("scripts/drill tables|ledger|account|region");
            System.exit(WRONG_USAGE);
        }
        new RestoreDrill(loss.orElseThrow(), Path.of(arguments[1]), System.out).run();
        Runtime.getRuntime().halt(0);
    }

    Result run() throws IOException, InterruptedException {
        var before = Files.createDirectories(folder.resolve("before"));
        var after = Files.createDirectories(folder.resolve("after"));
        try (var http = HttpClient.newHttpClient()) {
            RecoverableTables saved;
            int registered;
            try (var city = start(before)) {
                new SpringfieldSetup(city, http, before, clock, random).settle(List.of());
                registered = cameras(city, http);
                // The copy is older than the loss, so that what waits in it is sealed before anybody writes it back.
                saved = RecoverableTables.read(city.engines().clients().dynamoDb(), new Tables(City.TABLES));
                seal(city);
            }
            out.printf("%s: %d cameras; recoverable rows: %s%n", loss.code(), registered, saved.told());
            carry(before, after);
            try (var city = start(after)) {
                return begunAgain(city, http, registered, saved);
            }
        }
    }

    private Result begunAgain(City city, HttpClient http, int registered, RecoverableTables saved)
            throws IOException, InterruptedException {
        out.printf("begun again: %d cameras%n", cameras(city, http));
        var sealedSince = 0;
        if (loss.keepsTables()) {
            var log = Set.copyOf(ids(folder.resolve(loss.log() == Loss.Log.NEW ? "before" : "after")));
            var restored = saved.write(city.engines().clients().dynamoDb(), new Tables(City.TABLES), log::contains);
            sealedSince = restored.sealed();
            out.printf(
                    "restored: %d rows written, %d newer ones kept, %d left out because the log has them%n",
                    restored.written(), restored.kept(), sealedSince);
        }
        var found = cameras(city, http);
        seal(city);
        out.printf("afterwards: %d cameras%n", found);
        return new Result(registered, found, sealedSince);
    }

    /** Ids of the entries in a city's own log. */
    static List<String> ids(Path city) throws IOException {
        var files = LedgerFolder.open(city.resolve("ledger"));
        var key = Files.readString(city.resolve("ledger").resolve(LogStore.VERIFIER_KEY))
                .strip();
        var log = new SealedLog(files, () -> VerifierKey.parse(key));
        var size = log.head().map(head -> head.checkpoint().size()).orElse(0L);
        var ids = new ArrayList<String>();
        for (var first = 0L; first < size; first += Tile.WIDTH) {
            log.from(first, size).forEach(entry -> ids.add(entry.sealed().entryId()));
        }
        return ids;
    }

    /** Files that are left, into the folder of the city that begins again. */
    private void carry(Path before, Path after) throws IOException {
        if (loss.keepsKeys()) {
            Files.copy(before.resolve("ledger.key"), after.resolve("ledger.key"));
        }
        if (loss.keepsTables()) {
            Files.copy(before.resolve("city.key"), after.resolve("city.key"));
        }
        switch (loss.log()) {
            case OWN -> {
                copy(before.resolve("ledger"), after.resolve("ledger"));
                copy(before.resolve("ledger-public"), after.resolve("ledger-public"));
            }
            case PUBLIC_COPY -> {
                copy(before.resolve("ledger-public"), after.resolve("ledger"));
                copy(before.resolve("ledger-public"), after.resolve("ledger-public"));
            }
            case NEW -> {}
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private City start(Path keys) throws IOException {
        return City.start(
                City.Plan.quiet(
                        keys,
                        NonHitRetention.DAYS_7,
                        engines -> new CannedRecognizer(new Plate("PSB1234"), "CA"),
                        List.of()),
                AT_ONCE,
                clock,
                this::bytes);
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** As the chief sees them: the call is an entry of its own. */
    private int cameras(City city, HttpClient http) throws InterruptedException {
        var session = Map.<String, Object>of("origin_jti", "drill-" + Long.toHexString(random.nextLong()));
        var token = city.engines().oidc().accessToken(Springfield.ADMIN, SIGNED_IN, session);
        return new ApiClient(http, city.api(), token)
                .get("/v1/cameras")
                .path("cameras")
                .size();
    }

    /** Two minutes' passing: what was entered is sealed, and published at once. */
    private static void seal(City city) {
        city.tick();
        city.tick();
    }
}
