package passby.core.lists;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import passby.core.feed.Feeds;
import passby.core.id.Digests;
import passby.core.id.Ulids;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.InMemoryLedger;
import passby.core.people.Role;
import passby.core.testing.CountingEntropy;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

/** A city that takes one signed list, made up: source {@code state}, format MN. */
final class Importing {
    static final Instant NOW = Feeds.NOW;
    static final String SOURCE = "state";
    static final KeyPair KEYS = keys();

    final MutableClock clock = new MutableClock(NOW);
    final InMemoryLedger ledger = new InMemoryLedger();
    final InMemoryLists lists = new InMemoryLists(ledger);
    final InMemoryManifests manifests = new InMemoryManifests();
    final InMemoryListedRows rows = new InMemoryListedRows();
    final CountingEntropy entropy = new CountingEntropy(1);
    ListPolicy policy = ListPolicy.DEFAULT;

    Importing() {
        lists.put(source(Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded())));
    }

    static ListSource source(@Nullable String signingKey) {
        var proposal =
                new ListSource.Consent("admin-ito", Role.SYSTEM_ADMIN, NOW.minusSeconds(60), NOW.minusSeconds(60));
        var acceptance = new ListSource.Consent(
                "manager-silva", Role.PROGRAM_MANAGER, NOW.minusSeconds(30), NOW.minusSeconds(30));
        return new ListSource(
                SOURCE,
                "State Police",
                "mn",
                Duration.ofHours(24),
                signingKey,
                proposal,
                acceptance,
                null,
                0,
                null,
                null,
                1);
    }

    ImportList importer() {
        return importer(lists, manifests, rows);
    }

    ImportList importer(Lists someLists, Manifests someManifests, ListedRows someRows) {
        return new ImportList(
                someLists,
                someManifests,
                someRows,
                ledger,
                new EntryFactory(clock, entropy),
                () -> policy,
                () -> TestData.POLICY_HASH,
                () -> TestData.CITY_KEY,
                new Ulids(clock, entropy),
                clock);
    }

    ImportAnswer send(List<String> lines) {
        return importer().handle(order(lines));
    }

    ImportOrder order(List<String> lines) {
        var file = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
        return order(file, sign(SOURCE, file, clock.instant()));
    }

    ImportOrder order(byte[] file, @Nullable FeedSignature signature) {
        return new ImportOrder(
                SOURCE, () -> new ByteArrayInputStream(file), signature, clock.instant(), "bucket", count -> {});
    }

    static FeedSignature sign(String source, byte[] file, Instant issued) {
        try {
            var sha256 = HexFormat.of().formatHex(Digests.sha256(file));
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(KEYS.getPrivate());
            signer.update(FeedSignature.signed(source, sha256, issued));
            return new FeedSignature(source, sha256, issued, Base64.getEncoder().encodeToString(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String row(int number) {
        return row(number, "BLU");
    }

    static String row(int number, String colour) {
        return "V%09d,XX0000100,20260901,T%05dX,MN,2026,PC,2017,CHEV,AVA,PK,%s".formatted(number, number, colour);
    }

    static List<String> rows(int from, int to) {
        return IntStream.range(from, to).mapToObj(Importing::row).toList();
    }

    ListSource source() {
        return lists.find(SOURCE).orElseThrow();
    }

    /** The raw plates that alert. */
    List<String> alerting() {
        return rows.visible(SOURCE, source().activeVersion()).stream()
                .map(row -> row.row().plate().raw())
                .sorted()
                .toList();
    }

    long receipts() {
        return ledger.entries(EntryType.LIST_IMPORTED).size();
    }
}
