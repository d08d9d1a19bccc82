package passby.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import passby.aws.dynamodb.CreateTables;
import passby.aws.dynamodb.Tables;
import passby.aws.hotlist.DynamoDbListedRows;
import passby.aws.ledger.DynamoDbChanges;
import passby.aws.ledger.DynamoDbLedger;
import passby.aws.lists.DynamoDbLists;
import passby.core.feed.FeedRow;
import passby.core.feed.FileCode;
import passby.core.hotlist.Category;
import passby.core.hotlist.ListedState;
import passby.core.hotlist.VehicleDescription;
import passby.core.id.Digests;
import passby.core.id.Hash128;
import passby.core.id.Ulids;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Outcome;
import passby.core.lists.FeedSignature;
import passby.core.lists.ImportAnswer;
import passby.core.lists.ImportList;
import passby.core.lists.ImportOrder;
import passby.core.lists.ListPolicy;
import passby.core.lists.ListSource;
import passby.core.lists.ListedRow;
import passby.core.lists.ListedRows;
import passby.core.people.Role;
import passby.core.plate.CityKey;
import passby.core.plate.Plate;
import passby.local.engine.LocalDynamoDb;
import passby.local.engine.Storage;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * {@code scripts/bench import}: a list of a million made-up records imported for the first time, then with one in a hundred
 * changed, into DynamoDB Local in a process of its own; beside it what that DynamoDB takes of bare batches.
 */
public final class ImportBench {
    private static final String SOURCE = "bench";
    private static final int RAW_ROWS = 50_000;
    private static final CityKey KEY = new CityKey(1, Digests.sha256(Digests.utf8("a city key made up for a bench")));

    private static final KeyPair SIGNER = keys();

    private ImportBench() {}

    /** {@code serve} keeps DynamoDB Local up until it is ended; {@code ENDPOINT [ROWS]} measures against it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("serve")) {
            var dynamoDb = LocalDynamoDb.start(new Storage.InMemory());
            System.out.println(dynamoDb.endpoint());
            Thread.currentThread().join();
            return;
        }
        var rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        try (var client = client(URI.create(arguments[0]))) {
            measure(client, rows);
        }
        Runtime.getRuntime().halt(0);
    }

    static DynamoDbClient client(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("MADEUP", "made up")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static void measure(DynamoDbClient client, int rows) throws IOException {
        var tables = new Tables("bench-");
        new CreateTables(client, tables).handle();
        var stored = new DynamoDbListedRows(client, tables);
        var raw = raw(stored);
        System.out.printf("raw batches: %,.0f rows/s%n", raw);
        var folder = Files.createTempDirectory("bench-import");
        var importer = importer(client, tables, stored, folder);
        var first = folder.resolve("first.txt");
        var second = folder.resolve("second.txt");
        write(first, rows, false);
        write(second, rows, true);
        var seconds = time(importer, first);
        System.out.printf(
                "first import of %,d: %.1f s, %,.0f rows/s, %.0f %% of raw%n",
                rows, seconds, rows / seconds, 100 * rows / seconds / raw);
        System.out.printf("one in a hundred changed: %.1f s%n", time(importer, second));
        System.out.printf("highest heap: %d MB%n", peak() >> 20);
    }

    private static double raw(ListedRows stored) {
        var begun = System.nanoTime();
        for (var from = 0; from < RAW_ROWS; from += ListedRows.BATCH) {
            var batch = new ArrayList<ListedRow>();
            for (var i = from; i < from + ListedRows.BATCH; i++) {
                batch.add(row(i));
            }
            stored.put("raw", batch);
        }
        return RAW_ROWS / ((System.nanoTime() - begun) / 1e9);
    }

    private static ListedRow row(int number) {
        var plate = new Plate(plate(number));
        var row = new FeedRow(
                "V%09d".formatted(number),
                plate,
                new ListedState.Named("CA"),
                Category.STOLEN_VEHICLE,
                FileCode.STOLEN_VEHICLE,
                "",
                "XX0000100",
                Instant.parse("2026-09-01T00:00:00Z"),
                null,
                new VehicleDescription("2018", "FORD", "F15", "PK", "WHI"));
        var record =
                Hash128.of(Digests.sha256(Digests.utf8(row.recordNumber()))).base32();
        return new ListedRow(record, KEY.plateKey(plate), 1, Instant.EPOCH, row);
    }

    private static String plate(int number) {
        return "T"
                + "%6s"
                        .formatted(Integer.toString(number, 36))
                        .replace(' ', '0')
                        .toUpperCase(Locale.ROOT);
    }

    /** As {@link passby.core.feed.FeedLayouts} reads {@code ncic}. */
    private static void write(Path file, int rows, boolean changed) throws IOException {
        try (var writer = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            for (var i = 0; i < rows; i++) {
                var colour = changed && i % 200 == 0 ? "RED" : "WHI";
                var number = changed && i % 200 == 100 ? i + rows : i;
                writer.write("V%09dXX000010020260901%-10sCA2026PC2018F0RDF15PK%s\n"
                        .formatted(number, plate(number), colour));
            }
        }
    }

    private static ImportList importer(DynamoDbClient client, Tables tables, ListedRows stored, Path folder) {
        var clock = Clock.systemUTC();
        var random = new SecureRandom();
        var changes = new DynamoDbChanges(client, tables, clock);
        var lists = new DynamoDbLists(client, tables, changes);
        var entries = new EntryFactory(clock, count -> bytes(random, count));
        var consent = new ListSource.Consent("bench", Role.SYSTEM_ADMIN, clock.instant(), clock.instant());
        var source = new ListSource(
                SOURCE,
                "Bench",
                "ncic",
                Duration.ofHours(24),
                Base64.getEncoder().encodeToString(SIGNER.getPublic().getEncoded()),
                consent,
                consent,
                null,
                0,
                null,
                null,
                1);
        lists.add(source, entries.create(EntryType.LIST_PROPOSED, Outcome.DONE, "bench", Map.of()));
        return new ImportList(
                lists,
                new ManifestFolder(folder),
                stored,
                new DynamoDbLedger(changes),
                entries,
                () -> ListPolicy.DEFAULT,
                () -> "bench",
                () -> KEY,
                new Ulids(clock, count -> bytes(random, count)),
                clock);
    }

    private static byte[] bytes(SecureRandom random, int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static double time(ImportList importer, Path file) throws IOException {
        var signature = sign(file);
        var begun = System.nanoTime();
        var answer = importer.handle(
                new ImportOrder(SOURCE, () -> open(file), signature, signature.issued(), "bench", count -> {}));
        if (!(answer instanceof ImportAnswer.Imported imported)) {
            throw new IllegalStateException("not imported: " + answer);
        }
        System.out.println(imported.receipt().canonical());
        return (System.nanoTime() - begun) / 1e9;
    }

    private static FeedSignature sign(Path file) throws IOException {
        try {
            var sha256 = sha256(file);
            var issued = Clock.systemUTC().instant();
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(SIGNER.getPrivate());
            signer.update(FeedSignature.signed(SOURCE, sha256, issued));
            return new FeedSignature(SOURCE, sha256, issued, Base64.getEncoder().encodeToString(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Piece by piece: the heap is the importer's. */
    private static String sha256(Path file) throws GeneralSecurityException, IOException {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var input = new DigestInputStream(Files.newInputStream(file), digest)) {
            input.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the most that the heap of this process held, in bytes */
    static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
