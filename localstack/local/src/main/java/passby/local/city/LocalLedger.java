package passby.local.city;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import passby.aws.sealing.HttpWitnesses;
import passby.core.archive.Archive;
import passby.core.note.NoteSigner;
import passby.core.note.SigningKey;
import passby.core.note.VerifierKey;
import passby.core.sealing.LogStore;
import passby.core.sealing.Witnesses;

/**
 * The ledger of a city on one machine: the city's own log and the public copy in folders, the key in a file.
 *
 * @param own the city's own log
 * @param published the public copy
 * @param data the data set that is made from that copy
 * @param signer with the key of that folder
 * @param settings how late the copy is, and who is asked to witness
 */
public record LocalLedger(
        LedgerFolder own, LedgerFolder published, Archive data, NoteSigner signer, Settings settings) {
    /**
     * What somebody may choose at the start.
     *
     * @param publicDelay zero publishes each checkpoint at once
     * @param witnesses a verifier key, a space, an address each
     */
    public record Settings(Duration publicDelay, List<String> witnesses) {
        public static final Settings USUAL = new Settings(Duration.ofHours(24), List.of());

        public Settings {
            witnesses = List.copyOf(witnesses);
        }
    }

    static LocalLedger in(Path folder, String name, Settings settings) throws IOException {
        var signer = key(folder.resolve("ledger.key"), name);
        var own = LedgerFolder.open(folder.resolve("ledger"));
        var published = LedgerFolder.open(folder.resolve("ledger-public"));
        for (var log : List.of(own, published)) {
            log.create(LogStore.VERIFIER_KEY, (signer.verifierKey().text() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return new LocalLedger(own, published, FolderArchive.open(folder.resolve("public-data")), signer, settings);
    }

    Witnesses witnesses() {
        return new HttpWitnesses(
                settings.witnesses().stream().map(HttpWitnesses.Witness::parse).toList());
    }

    private static SigningKey key(Path file, String name) throws IOException {
        if (!Files.exists(file)) {
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, owner);
            Files.writeString(file, made(name).file());
        }
        return SigningKey.parse(Files.readString(file));
    }

    private static SigningKey made(String name) {
        try {
            return SigningKey.of(
                    name,
                    VerifierKey.Kind.NOTE,
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }
}
