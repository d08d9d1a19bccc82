package passby.local.lists;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import passby.core.feed.FeedItem;
import passby.core.feed.FeedLayout;
import passby.core.feed.FeedLayouts;
import passby.core.feed.FeedReader;
import passby.core.feed.FeedRow;
import passby.core.feed.FileCode;
import passby.core.feed.RowRejection;
import passby.core.lists.FeedSignature;
import passby.core.lists.ListPolicy;

/** {@code scripts/hotlist}: shows a file as an import would understand it, and signs it for the agency that sends it. */
public final class HotlistTool {
    static final String HELP = """
            scripts/hotlist check FILE --format NAME|LAYOUT [--rows 10]
                show the first rows as they are understood, and every reason why rows would be refused; writes nothing
            scripts/hotlist import FILE --format NAME --api URL --token T --second-token T [--source NAME]
                [--agency TEXT] [--max-age-hours 24] [--roles system-admin,program-manager] [--accept-removals PERCENT]
                [--key KEYFILE [--signing-key PUBLIC]]
                send the file to a city and wait for its receipt. A source that the city does not know yet is proposed by the
                first person and accepted by the second; a file that is not signed by --key they agree to likewise.
                --desk URL in the place of the tokens signs in made-up people of the local city
            scripts/hotlist import FOLDER --api URL --token T --second-token T [as above]
                send each file of the folder, whose name up to the dot is its format and its source: events/hotlists/clean has one
                for each format
            scripts/hotlist keygen KEYFILE
                make the agency's Ed25519 key in a new file that only its owner can read; prints the public part
            scripts/hotlist sign FILE --source NAME --key KEYFILE
                write the signature that goes beside the file, FILE.sig
            formats: %s""".formatted(String.join(", ", FeedLayouts.NAMES));

    private static final int WRONG_USE = 2;
    private static final int USUAL_ROWS = 10;

    private HotlistTool() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException, InterruptedException {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) throws IOException, GeneralSecurityException, InterruptedException {
        var use = arguments.length < 2 ? "" : arguments[0];
        switch (use) {
            case "check" ->
                check(
                        Path.of(arguments[1]),
                        layout(option(arguments, "--format", "")),
                        Integer.parseInt(option(arguments, "--rows", String.valueOf(USUAL_ROWS))));
            case "import" -> {
                return ImportCommand.run(arguments);
            }
            case "keygen" -> keygen(Path.of(arguments[1]));
            case "sign" ->
                sign(Path.of(arguments[1]), option(arguments, "--source", ""), Path.of(option(arguments, "--key", "")));
            default -> {
                System.err.println(HELP);
                return WRONG_USE;
            }
        }
        return 0;
    }

    static String option(String[] arguments, String name, String otherwise) {
        var at = Arrays.asList(arguments).indexOf(name);
        return at >= 0 && at + 1 < arguments.length ? arguments[at + 1] : otherwise;
    }

    /** A layout that is built in, or a file of the city's own. */
    private static FeedLayout layout(String name) throws IOException {
        var known = FeedLayouts.named(name);
        return known.isPresent() ? known.get() : FeedLayouts.parse(name, Files.readString(Path.of(name)));
    }

    private static void check(Path file, FeedLayout layout, int rows) throws IOException {
        var rejected = new EnumMap<RowRejection, Long>(RowRejection.class);
        var refused = new EnumMap<FileCode, Long>(FileCode.class);
        var good = 0L;
        var skipped = 0L;
        try (var input = Files.newInputStream(file)) {
            var allowed = EnumSet.copyOf(ListPolicy.DEFAULT.fileCodes());
            var reader =
                    new FeedReader(layout, input, allowed, Clock.systemUTC().instant());
            for (var item = reader.next(); item.isPresent(); item = reader.next()) {
                switch (item.get()) {
                    case FeedItem.Row row -> {
                        if (good++ < rows) {
                            print(row);
                        }
                    }
                    case FeedItem.Rejected bad -> {
                        rejected.merge(bad.reason(), 1L, Long::sum);
                        var code = bad.fileCode();
                        if (code != null) {
                            refused.merge(code, 1L, Long::sum);
                        }
                    }
                    case FeedItem.Skipped skip -> skipped++;
                }
            }
            report(good, skipped, rejected, refused, reader.isComplete());
        }
    }

    private static void print(FeedItem.Row item) {
        FeedRow row = item.row();
        var vehicle = row.vehicle();
        System.out.printf(
                "line %d: %-10s %-7s %-16s record %s, agency %s, case %s, entered %s, expires %s, vehicle %s%n",
                item.line(),
                row.plate().raw(),
                row.state().code(),
                row.category().code(),
                row.recordNumber(),
                orNone(row.ori()),
                orNone(row.caseNumber()),
                orNone(String.valueOf(row.recorded())),
                orNone(String.valueOf(row.expires())),
                orNone(String.join(
                                " ", vehicle.year(), vehicle.make(), vehicle.model(), vehicle.style(), vehicle.colour())
                        .strip()));
    }

    private static String orNone(String text) {
        return text.isEmpty() || text.equals("null") ? "none" : text;
    }

    private static void report(
            long good, long skipped, Map<RowRejection, Long> rejected, Map<FileCode, Long> refused, boolean complete) {
        System.out.printf(
                "%d rows would be imported; %d lines are headers, footers, blank or calibration%n", good, skipped);
        rejected.forEach((reason, count) -> System.out.printf("%d rows refused: %s%n", count, reason.code()));
        refused.forEach((code, count) ->
                System.out.printf("  of these %d by file code %s (%s)%n", count, code.letter(), code.meaning()));
        if (!complete) {
            System.out.println("The file is cut: its footer is missing or states another number of rows.");
        }
    }

    private static void keygen(Path file) throws IOException, GeneralSecurityException {
        var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file, Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()) + "\n");
        System.out.println(Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
    }

    private static void sign(Path file, String source, Path key) throws IOException, GeneralSecurityException {
        var target = Path.of(file + ".sig");
        Files.writeString(target, signature(source, sha256(file), key).text());
        System.out.println(target);
    }

    static FeedSignature signature(String source, String sha256, Path key)
            throws IOException, GeneralSecurityException {
        var secret = Base64.getDecoder().decode(Files.readString(key).strip());
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(secret)));
        var issued = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        signer.update(FeedSignature.signed(source, sha256, issued));
        return new FeedSignature(source, sha256, issued, Base64.getEncoder().encodeToString(signer.sign()));
    }

    static String sha256(Path file) throws IOException, GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var input = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            for (var read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
