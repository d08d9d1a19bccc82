package passby.local.camera;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.core.note.MalformedException;
import passby.core.note.VerifierKey;
import passby.local.cells.Cell;
import passby.local.cells.CellDirectory;

/** {@code scripts/camera}: what somebody who installs a camera needs, and a camera to try a city with. */
public final class CameraTool {
    static final String HELP = """
            scripts/camera keygen   --camera ID --out FILE
                make a key pair in a new file that only its owner can read; prints the public part
            scripts/camera register --api URL --token TOKEN --key FILE --name TEXT --zone ZONE --latitude N --longitude N
                                    --heading N --owner TEXT --approval TEXT [--mobile true]
                                    [--captions LEFT,TOP,WIDTH,HEIGHT[;...]]
                register the camera with its public key (a system administrator's token)
            scripts/camera rotate   --api URL --token TOKEN --camera ID --key NEWFILE
                add a new key; the oldest of two stops to work, the camera never does
            scripts/camera token    --key FILE --city ID --body FILE [--method POST] [--path /v1/uploads]
                print a token for one request with exactly that body, good once and for a minute
            scripts/camera upload   --api URL --key FILE --city ID [--latitude N --longitude N --heading N] [--captured TIME] --image FILE
                announce and upload a picture, taken now or at a time such as 2026-11-23T12:00:00Z
            in a city of several cells, --directory URL|FOLDER --verifier KEY [--known N] stand for --api: the camera's cell is found""";

    private static final int WRONG_USE = 2;

    private final Map<String, String> values;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    private CameraTool(Map<String, String> values) {
        this.values = values;
    }

    /** Something on the command line is missing or wrong. */
    private static final class WrongUse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongUse(String message) {
            super(message);
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws IOException, InterruptedException {
        if (arguments.isEmpty() || arguments.getFirst().contains("help")) {
            System.out.println(HELP);
            return arguments.isEmpty() ? WRONG_USE : 0;
        }
        try {
            return new CameraTool(options(arguments)).perform(arguments.getFirst());
        } catch (MalformedException e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (WrongUse | ApiClient.Refused e) {
            System.err.println(e.getMessage());
            return e instanceof WrongUse ? WRONG_USE : 1;
        }
    }

    private static Map<String, String> options(List<String> arguments) {
        var options = new HashMap<String, String>();
        for (var i = 1; i < arguments.size(); i += 2) {
            if (!arguments.get(i).startsWith("--") || i + 1 == arguments.size()) {
                throw new WrongUse("options come as --name VALUE; see scripts/camera help");
            }
            options.put(arguments.get(i).substring(2), arguments.get(i + 1));
        }
        return options;
    }

    private int perform(String command) throws IOException, InterruptedException {
        return switch (command) {
            case "keygen" -> keygen();
            case "register" -> register();
            case "rotate" -> rotate();
            case "token" -> token();
            case "upload" -> upload();
            default -> throw new WrongUse("no such command: " + command + System.lineSeparator() + HELP);
        };
    }

    private int keygen() throws IOException {
        var key = CameraKeyFile.make(Path.of(value("out")), value("camera"), random);
        System.out.println(ApiClient.json(Map.of("kid", key.kid(), "publicKey", key.publicX())));
        return 0;
    }

    private int register() throws IOException, InterruptedException {
        var key = key();
        var body = new HashMap<String, Object>(keyParts(key));
        body.put("cameraId", key.cameraId());
        for (var text : List.of("name", "zone", "owner", "approval")) {
            body.put(text, value(text));
        }
        for (var number : List.of("latitude", "longitude")) {
            body.put(number, number(number));
        }
        body.put("heading", (int) number("heading"));
        body.put("mobile", Boolean.parseBoolean(values.getOrDefault("mobile", "false")));
        body.put("captions", captions());
        body.put("installedAt", clock.instant().toString());
        return send("/v1/cameras", body);
    }

    /** Zones in fractions of the frame. */
    private List<Map<String, Double>> captions() {
        var zones = new ArrayList<Map<String, Double>>();
        for (var zone : values.getOrDefault("captions", "").split(";", -1)) {
            var parts = zone.split(",", -1);
            if (!zone.isEmpty()) {
                zones.add(Map.of(
                        "left", fraction(parts, 0),
                        "top", fraction(parts, 1),
                        "width", fraction(parts, 2),
                        "height", fraction(parts, 3)));
            }
        }
        return zones;
    }

    private static double fraction(String[] parts, int place) {
        try {
            return Double.parseDouble(parts[place]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new WrongUse("not LEFT,TOP,WIDTH,HEIGHT: --captions");
        }
    }

    private int rotate() throws IOException, InterruptedException {
        return send("/v1/cameras/" + value("camera") + "/keys", keyParts(key()));
    }

    private int send(String path, Map<String, Object> body) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            System.out.println(new ApiClient(http, api(), value("token")).post(path, body));
        }
        return 0;
    }

    private int token() throws IOException {
        var body = Files.readAllBytes(Path.of(value("body")));
        var method = values.getOrDefault("method", "POST");
        var path = values.getOrDefault("path", "/v1/uploads");
        System.out.println(tokens().token(method, path, body));
        return 0;
    }

    private int upload() throws IOException, InterruptedException {
        var facts = new CameraImage.Facts(
                captured(),
                optionalNumber("latitude").orElse(40.0),
                optionalNumber("longitude").orElse(-89.0),
                optionalNumber("heading").orElse(0.0).intValue(),
                "pass_" + clock.millis(),
                1);
        var shot = new CameraImage(Files.readAllBytes(Path.of(value("image"))), facts);
        try (var http = HttpClient.newHttpClient()) {
            return switch (new CameraClient(api(), tokens(), http)
                    .send(List.of(shot))
                    .getFirst()) {
                case UploadResult.Stored(var uploadId) -> {
                    System.out.println(ApiClient.json(Map.of("uploadId", uploadId)));
                    yield 0;
                }
                case UploadResult.Refused(var status, var problem) -> {
                    System.err.println("refused, HTTP " + status + ": " + problem);
                    yield 1;
                }
                case UploadResult.NotStored(var uploadId, var status) -> {
                    System.err.println("not stored, HTTP " + status);
                    yield 1;
                }
            };
        }
    }

    private static Map<String, Object> keyParts(CameraKeyPair key) {
        return Map.of("kid", key.kid(), "publicKey", key.publicX());
    }

    private CameraTokenMaker tokens() throws IOException {
        return new CameraTokenMaker(key(), value("city"), clock, random);
    }

    private CameraKeyPair key() throws IOException {
        return CameraKeyFile.read(Path.of(value("key")));
    }

    private URI api() throws IOException, InterruptedException {
        if (!values.containsKey("directory")) {
            return URI.create(value("api"));
        }
        var cameraId = values.containsKey("key") ? key().cameraId() : value("camera");
        var known = (long) optionalNumber("known").orElse(0.0).doubleValue();
        try (var http = HttpClient.newHttpClient()) {
            return new CellDirectory(value("directory"), VerifierKey.parse(value("verifier")), http)
                    .find(cameraId, known)
                    .map(Cell::api)
                    .orElseThrow(() -> new WrongUse("no cell has this camera"));
        }
    }

    private String value(String name) {
        return Optional.ofNullable(values.get(name)).orElseThrow(() -> new WrongUse("missing: --" + name));
    }

    private Instant captured() {
        try {
            return Optional.ofNullable(values.get("captured"))
                    .map(Instant::parse)
                    .orElseGet(clock::instant);
        } catch (DateTimeParseException e) {
            throw new WrongUse("not a time such as 2026-11-23T12:00:00Z: --captured");
        }
    }

    private double number(String name) {
        return optionalNumber(name).orElseThrow(() -> new WrongUse("missing: --" + name));
    }

    private Optional<Double> optionalNumber(String name) {
        try {
            return Optional.ofNullable(values.get(name)).map(Double::valueOf);
        } catch (NumberFormatException e) {
            throw new WrongUse("not a number: --" + name);
        }
    }
}
