package passby.local.cells;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.core.note.MalformedException;
import passby.core.note.SigningKey;
import passby.core.note.VerifierKey;

/** {@code scripts/cells}: makes and asks the directory of a city in several deployments. */
public final class CellsTool {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final String USAGE = """
            scripts/cells keygen --name NAME --out FILE
                make the directory's key in a new file that only its owner can read; prints what others verify with
            scripts/cells sign   --key FILE --version N --cells FILE --cameras FILE --out FOLDER
                write the 256 signed files; a line of CELLS is 'NAME ADDRESS LEDGERKEY', one of CAMERAS 'CAMERA NAME'
            scripts/cells find   --directory FOLDER|URL --verifier KEY --camera ID [--known N]
                print the camera's cell: its name, its address and the key of its ledger""";

    private final Map<String, String> values;
    private final PrintStream out;
    private final Clock clock;

    private CellsTool(Map<String, String> values, PrintStream out, Clock clock) {
        this.values = values;
        this.out = out;
        this.clock = clock;
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(List.of(arguments), System.out, System.err, Clock.systemUTC()));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream problems, Clock clock)
            throws InterruptedException {
        var options = new HashMap<String, String>();
        for (var at = 1; at + 1 < arguments.size(); at += 2) {
            options.put(arguments.get(at), arguments.get(at + 1));
        }
        var tool = new CellsTool(options, out, clock);
        try {
            return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
                case "keygen" -> tool.keygen();
                case "sign" -> tool.sign();
                case "find" -> tool.find();
                default -> {
                    problems.println(USAGE);
                    yield MISUSED;
                }
            };
        } catch (FileAlreadyExistsException e) {
            problems.println("There is a file already, which is not overwritten: " + e.getFile());
            return FAILED;
        } catch (IOException | MalformedException e) {
            problems.println(e.getMessage());
            return FAILED;
        }
    }

    private String value(String name) {
        return Optional.ofNullable(values.get("--" + name))
                .orElseThrow(() -> new MalformedException("missing: --" + name));
    }

    private long number(String name, String preset) {
        var text = values.getOrDefault("--" + name, preset);
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw new MalformedException("not a whole number: --" + name);
        }
        return Long.parseLong(text);
    }

    private int keygen() throws IOException {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var key = SigningKey.of(value("name"), VerifierKey.Kind.NOTE, pair);
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.writeString(Files.createFile(Path.of(value("out")), owner), key.file());
            out.println(key.verifierKey().text());
            return DONE;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK makes keys of Ed25519", e);
        }
    }

    private int sign() throws IOException {
        var key = SigningKey.parse(Files.readString(Path.of(value("key"))));
        var cells = lines("cells").stream().map(Cell::parse).toList();
        var homes = new HashMap<String, String>();
        for (var line : lines("cameras")) {
            var parts = line.split(" ", -1);
            if (parts.length != 2 || homes.put(parts[0], parts[1]) != null) {
                throw new MalformedException("a camera stands there once, with the name of its cell");
            }
        }
        var parts =
                CellDirectory.parts(key.verifierKey().name(), number("version", "0"), clock.instant(), cells, homes);
        var folder = Files.createDirectories(Path.of(value("out")));
        for (var part : parts.entrySet()) {
            Files.write(
                    folder.resolve(part.getKey()),
                    key.signed(part.getValue().text()).bytes());
        }
        out.printf("%d cameras in %d cells: %d files%n", homes.size(), cells.size(), parts.size());
        return DONE;
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(Path.of(value(name))).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private int find() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var directory = new CellDirectory(value("directory"), VerifierKey.parse(value("verifier")), http);
            var cell = directory.find(value("camera"), number("known", "0"));
            out.println(cell.map(Cell::line).orElse("no cell has this camera"));
            return cell.isPresent() ? DONE : FAILED;
        }
    }
}
