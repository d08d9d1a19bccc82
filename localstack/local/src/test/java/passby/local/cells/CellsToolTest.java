package passby.local.cells;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.note.Note;
import passby.core.note.SigningKey;
import passby.core.note.VerifierKey;

/** A state of a hundred thousand cameras in cells, of which each camera is found by one small file that nobody can change. */
final class CellsToolTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2036-05-06T12:00:00.7Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private String verifier = "";

    @BeforeEach
    void aKeyTwoCellsAndThreeCameras() throws Exception {
        run("keygen", "--name", "state.example/cells", "--out", path("cells.key"));
        verifier = told();
        write("cells.txt", cell("south") + "\n" + cell("north") + "\n");
        write("cameras.txt", "cam-elm north\ncam-oak south\ncam-ash north\n");
    }

    private static String cell(String name) throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var key = SigningKey.of(name + ".example/log", VerifierKey.Kind.NOTE, pair)
                .verifierKey();
        return name + " https://" + name + ".example/city " + key.text();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private int run(String... arguments) throws InterruptedException {
        told.reset();
        var out = new PrintStream(told, true, UTF_8);
        return CellsTool.run(List.of(arguments), out, out, CLOCK);
    }

    private String told() {
        return told.toString(UTF_8).strip();
    }

    private int sign(String version) throws InterruptedException {
        return run(
                "sign",
                "--key",
                path("cells.key"),
                "--version",
                version,
                "--cells",
                path("cells.txt"),
                "--cameras",
                path("cameras.txt"),
                "--out",
                path("directory"));
    }

    private int find(String camera, String known) throws InterruptedException {
        return run(
                "find", "--directory", path("directory"), "--verifier", verifier, "--camera", camera, "--known", known);
    }

    @ParameterizedTest
    @CsvSource({"cam-elm, north", "cam-oak, south", "cam-ash, north"})
    void aCameraFindsItsCellWithAddressAndKeyOfItsLedger(String camera, String cell) throws Exception {
        sign("1");

        assertThat(find(camera, "0")).isZero();

        assertThat(told()).startsWith(cell + " https://" + cell + ".example/city " + cell + ".example/log+");
    }

    @Test
    void aCameraOfNoCellIsSaidToBeUnknown() throws Exception {
        sign("1");

        assertThat(find("cam-fir", "0")).isEqualTo(1);
        assertThat(told()).isEqualTo("no cell has this camera");
    }

    @Test
    void aDirectoryIsServedByAnyWebServer() throws Exception {
        sign("1");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/cells/", exchange -> {
            var file = folder.resolve("directory")
                    .resolve(Path.of(exchange.getRequestURI().getPath()).getFileName());
            var bytes = Files.readAllBytes(file);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/cells";
            assertThat(run("find", "--directory", url, "--verifier", verifier, "--camera", "cam-elm"))
                    .isZero();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aFileThatSomebodyChangedIsRefused() throws Exception {
        sign("1");
        var file = folder.resolve("directory").resolve(CellPart.partOf("cam-elm"));
        Files.writeString(file, Files.readString(file).replace(" north\n", " south\n"));

        assertThat(find("cam-elm", "0")).isEqualTo(1);
        assertThat(told()).isEqualTo("the directory is not signed by that key");
    }

    @Test
    void thePartOfAnotherCameraInItsPlaceIsRefused() throws Exception {
        sign("1");
        var directory = folder.resolve("directory");
        Files.copy(
                directory.resolve(CellPart.partOf("cam-oak")),
                directory.resolve(CellPart.partOf("cam-elm")),
                StandardCopyOption.REPLACE_EXISTING);

        assertThat(find("cam-elm", "0")).isEqualTo(1);
        assertThat(told()).startsWith("another part of the directory");
    }

    @Test
    void anOlderDirectoryThanTheOneThatIsKnownIsRefused() throws Exception {
        sign("6");

        assertThat(find("cam-elm", "6")).isZero();
        assertThat(find("cam-elm", "7")).isEqualTo(1);
        assertThat(told()).isEqualTo("version 6 is older than 7");
    }

    @Test
    void anotherSignersDirectoryIsRefused() throws Exception {
        sign("1");
        run("keygen", "--name", "state.example/cells", "--out", path("other.key"));
        verifier = told();

        assertThat(find("cam-elm", "0")).isEqualTo(1);
    }

    @Test
    void aMissingFileIsNoAnswer() throws Exception {
        sign("1");
        Files.delete(folder.resolve("directory").resolve(CellPart.partOf("cam-elm")));

        assertThat(find("cam-elm", "0")).isEqualTo(1);
        assertThat(told()).startsWith("there is no file ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cam-elm east",
                "cam-elm",
                "cam-elm north south",
                "CAM north",
                "cam-elm north\ncam-elm south",
            })
    void camerasThatAreMistakenAreNotSigned(String cameras) throws Exception {
        write("cameras.txt", cameras + "\n");

        assertThat(sign("1")).isEqualTo(1);
        assertThat(folder.resolve("directory")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "north http://north.example/city KEY",
                "north https://north.example/city",
                "North https://north.example/city KEY",
                "north https://north.example/a?b KEY",
                "north https://north.example/city KEYx",
            })
    void cellsThatAreMistakenAreNotSigned(String line) throws Exception {
        var good = cell("north");
        write(
                "cells.txt",
                line.replace("KEY", good.substring(good.lastIndexOf(' ') + 1)) + "\n" + cell("south") + "\n");

        assertThat(sign("1")).isEqualTo(1);
        assertThat(folder.resolve("directory")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "one", "9999999999999999999"})
    void aVersionIsAWholeNumberFromOne(String version) throws Exception {
        assertThat(sign(version)).isEqualTo(1);
    }

    @Test
    void aKeyIsNeverOverwritten() throws Exception {
        var before = Files.readString(folder.resolve("cells.key"));

        assertThat(run("keygen", "--name", "state.example/cells", "--out", path("cells.key")))
                .isEqualTo(1);

        assertThat(folder.resolve("cells.key")).hasContent(before);
    }

    @Test
    void aHundredThousandCamerasInFourteenCellsFitIntoTheFilesAndNoneIsNamed() throws Exception {
        write(
                "cells.txt",
                IntStream.range(0, 14).mapToObj(n -> cellOf("cell-" + n)).collect(Collectors.joining("\n")));
        write(
                "cameras.txt",
                IntStream.range(0, 100_000)
                        .mapToObj(n -> "cam-%06d cell-%d".formatted(n, n % 14))
                        .collect(Collectors.joining("\n")));

        assertThat(sign("1")).isZero();

        assertThat(told()).isEqualTo("100000 cameras in 14 cells: 256 files");
        try (var files = Files.list(folder.resolve("directory"))) {
            for (var file : files.toList()) {
                assertThat(Files.size(file)).isLessThan(Note.MAX_BYTES);
                assertThat(Files.readString(file)).doesNotContain("cam-0");
            }
        }
        assertThat(find("cam-099999", "1")).isZero();
        assertThat(told()).startsWith("cell-11 ");
    }

    private static String cellOf(String name) {
        try {
            return cell(name);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
