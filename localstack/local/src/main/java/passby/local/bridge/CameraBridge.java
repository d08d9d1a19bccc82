package passby.local.bridge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import passby.local.camera.CameraClient;
import passby.local.camera.CameraKeyFile;
import passby.local.camera.CameraTokenMaker;

/**
 * {@code scripts/camera-bridge}: takes what OpenALPR, Plate Recognizer, Axis and Frigate post, on the city's own network, and hands
 * it to the city under the cameras' own keys, which no maker could sign with.
 */
public final class CameraBridge {
    static final String HELP = """
            scripts/camera-bridge --api URL --city ID --camera NAME=KEYFILE [--camera NAME=KEYFILE ...]
                                  [--listen 127.0.0.1:8765] [--secret FILE]
                NAME is what the maker calls the camera: camera_id of OpenALPR and Plate Recognizer, the serial number of an
                Axis camera, the camera of Frigate. KEYFILE is of scripts/camera keygen; its camera is registered.
                Makers post to http://127.0.0.1:8765/, with --secret to /SECRET, the first line of that file. Beyond this
                machine the bridge listens with a secret only.""";

    private static final int WRONG_USE = 2;
    private static final int USUAL_PORT = 8765;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{16,100}");

    private CameraBridge() {}

    /** Something on the command line is missing or wrong. */
    static final class WrongUse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongUse(String message) {
            super(message);
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
                var server = start(List.of(arguments), http)) {
            System.out.println("listening on port " + server.port());
            Thread.currentThread().join();
        } catch (WrongUse e) {
            System.err.println(e.getMessage());
            System.err.println(HELP);
            System.exit(WRONG_USE);
        }
    }

    /** The bridge as the command line has it. */
    public static BridgeServer start(List<String> arguments, HttpClient http) throws IOException {
        var options = new HashMap<String, String>();
        var cameras = new ArrayList<String>();
        for (var i = 0; i < arguments.size(); i += 2) {
            if (!arguments.get(i).startsWith("--") || i + 1 == arguments.size()) {
                throw new WrongUse("Options come as --name VALUE.");
            }
            if (arguments.get(i).equals("--camera")) {
                cameras.add(arguments.get(i + 1));
            } else {
                options.put(arguments.get(i), arguments.get(i + 1));
            }
        }
        if (cameras.isEmpty()) {
            throw new WrongUse("Missing: --camera");
        }
        var address = address(options.getOrDefault("--listen", "127.0.0.1:" + USUAL_PORT));
        var path = path(options, address);
        return new BridgeServer(address, path, new Forwarder(cameras(cameras, options, http)), System.out::println);
    }

    private static Map<String, CameraClient> cameras(List<String> named, Map<String, String> options, HttpClient http)
            throws IOException {
        var cameras = new HashMap<String, CameraClient>();
        for (var camera : named) {
            var equals = camera.lastIndexOf('=');
            if (equals < 1) {
                throw new WrongUse("A camera comes as NAME=KEYFILE.");
            }
            var key = CameraKeyFile.read(Path.of(camera.substring(equals + 1)));
            var tokens = new CameraTokenMaker(key, value(options, "--city"), Clock.systemUTC(), new SecureRandom());
            var sender = new CameraClient(URI.create(value(options, "--api")), tokens, http);
            if (cameras.put(camera.substring(0, equals), sender) != null) {
                throw new WrongUse("A camera is named twice.");
            }
        }
        return cameras;
    }

    private static InetSocketAddress address(String listen) throws IOException {
        var colon = listen.lastIndexOf(':');
        try {
            var port = Integer.parseInt(listen.substring(colon + 1));
            return new InetSocketAddress(InetAddress.getByName(listen.substring(0, Math.max(0, colon))), port);
        } catch (NumberFormatException e) {
            throw new WrongUse("Not ADDRESS:PORT: --listen");
        }
    }

    private static String path(Map<String, String> options, InetSocketAddress address) throws IOException {
        var file = options.get("--secret");
        if (file == null) {
            if (!address.getAddress().isLoopbackAddress()) {
                throw new WrongUse("Beyond this machine the bridge needs --secret.");
            }
            return "/";
        }
        var secret = Files.readString(Path.of(file)).lines().findFirst().orElse("");
        if (!SECRET.matcher(secret).matches()) {
            throw new WrongUse("A secret has 16 to 100 letters, digits, _ and -.");
        }
        return "/" + secret;
    }

    private static String value(Map<String, String> options, String name) {
        var value = options.get(name);
        if (value == null) {
            throw new WrongUse("Missing: " + name);
        }
        return value;
    }
}
