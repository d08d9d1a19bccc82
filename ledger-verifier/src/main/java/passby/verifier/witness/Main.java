package passby.verifier.witness;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import passby.core.note.SigningKey;
import passby.core.note.VerifierKey;

/** {@code scripts/witness}: keeps its key and its memory in one folder, and runs until it is stopped. */
public final class Main {
    private static final String USAGE = """
            witness NAME --log VKEY|FILE [--log …] --data DIR [--port 7780] [--bind 127.0.0.1]
            NAME is how the signatures are signed, such as newspaper.example/witness. The key is made at the first start.""";
    private static final int MISUSED = 2;

    private Main() {}

    private static final class Arguments {
        private final List<VerifierKey> logs = new ArrayList<>();
        private String name = "";
        private String data = "";
        private String bind = "127.0.0.1";
        private int port = 7780;

        boolean areUnderstood(String[] arguments) throws IOException {
            for (var at = 0; at < arguments.length; at++) {
                if (!arguments[at].startsWith("--") && name.isEmpty()) {
                    name = arguments[at];
                } else if (at + 1 == arguments.length || !isUnderstood(arguments[at], arguments[++at])) {
                    return false;
                }
            }
            return !name.isEmpty() && !data.isEmpty() && !logs.isEmpty();
        }

        private boolean isUnderstood(String name, String value) throws IOException {
            switch (name) {
                case "--log" -> logs.add(vkey(value));
                case "--data" -> data = value;
                case "--port" -> port = Integer.parseInt(value);
                case "--bind" -> bind = value;
                default -> {
                    return false;
                }
            }
            return true;
        }

        private static VerifierKey vkey(String textOrFile) throws IOException {
            return VerifierKey.parse(
                    textOrFile.contains("+")
                            ? textOrFile
                            : Files.readString(Path.of(textOrFile)).strip());
        }
    }

    @SuppressWarnings("resource") // Lock and server live as long as the process.
    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        var given = new Arguments();
        if (!given.areUnderstood(arguments)) {
            System.err.println(USAGE);
            System.exit(MISUSED);
        }
        var folder = Files.createDirectories(Path.of(given.data));
        var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            System.err.println("another witness runs on " + folder);
            System.exit(MISUSED);
        }
        var key = key(folder.resolve("witness.key"), given.name);
        var witness = new Witness(given.logs, key, new FolderCheckpoints(folder), Clock.systemUTC(), Main::warn);
        var server = WitnessServer.start(witness, new InetSocketAddress(given.bind, given.port));
        System.out.println("witness " + key.verifierKey().text());
        System.out.println("listens on http://" + given.bind + ":" + server.port() + "/");
    }

    private static void warn(String contradiction) {
        System.err.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " NOT SIGNED: " + contradiction);
    }

    private static SigningKey key(Path file, String name) throws IOException, NoSuchAlgorithmException {
        if (!Files.exists(file)) {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, ownerOnly);
            Files.writeString(
                    file,
                    SigningKey.of(name, VerifierKey.Kind.COSIGNATURE, pair).file());
        }
        return SigningKey.parse(Files.readString(file));
    }
}
