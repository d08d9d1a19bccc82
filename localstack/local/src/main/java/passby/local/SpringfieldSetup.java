package passby.local;

import java.io.IOException;
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
import passby.core.hotlist.Category;
import passby.local.camera.ApiClient;
import passby.local.camera.ApiClient.Refused;
import passby.local.camera.CameraClient;
import passby.local.camera.CameraKeyFile;
import passby.local.camera.CameraTokenMaker;
import passby.local.city.City;
import passby.local.show.Options;
import passby.local.springfield.Springfield;

/** Settles the made-up city through its own API, as its people would: cameras by the administrator, entries by an officer. */
public final class SpringfieldSetup {
    private static final int CONFLICT = 409;
    private static final Duration IN_SERVICE_SINCE = Duration.ofDays(1);

    private final City city;
    private final HttpClient http;
    private final Path folder;
    private final Clock clock;
    private final SecureRandom random;

    /** @param folder where the cameras' private keys are kept */
    public SpringfieldSetup(City city, HttpClient http, Path folder, Clock clock, SecureRandom random) {
        this.city = city;
        this.http = http;
        this.folder = folder;
        this.clock = clock;
        this.random = random;
    }

    /** Three cameras, two hot-list entries, and those that were asked for. Settling twice changes nothing but the list. */
    public List<CameraClient> settle(List<Options.Listed> listed) throws IOException, InterruptedException {
        var keys = Files.createDirectories(folder.resolve("cameras"));
        var admin = client(Springfield.ADMIN);
        var cameras = new ArrayList<CameraClient>();
        for (var body : Springfield.cameras(clock.instant().minus(IN_SERVICE_SINCE))) {
            cameras.add(camera(admin, keys, body));
        }
        list(listed);
        return cameras;
    }

    private CameraClient camera(ApiClient admin, Path keys, Map<String, Object> about)
            throws IOException, InterruptedException {
        var cameraId = String.valueOf(about.get("cameraId"));
        var key = CameraKeyFile.findOrMake(keys.resolve(cameraId + ".key"), cameraId, random);
        var body = new HashMap<>(about);
        body.put("kid", key.kid());
        body.put("publicKey", key.publicX());
        try {
            admin.post("/v1/cameras", body);
        } catch (Refused e) {
            if (e.status() != CONFLICT) {
                throw e;
            }
            // Registered at an earlier start, with the key that lies in the folder.
        }
        return new CameraClient(city.api(), new CameraTokenMaker(key, Springfield.CITY_ID, clock, random), http);
    }

    private void list(List<Options.Listed> listed) throws InterruptedException {
        var officer = client(Springfield.OFFICER);
        for (var entry : Springfield.entries(clock.instant())) {
            officer.post("/v1/hot-list-entries", entry);
        }
        for (var one : listed) {
            var body = Springfield.entry(one.plate().raw(), one.state().code(), Category.BOLO, clock.instant());
            officer.post("/v1/hot-list-entries", body);
        }
    }

    /** Each start is a sign-in of its own: one of a city that stood still for half an hour would be locked. */
    private ApiClient client(String person) {
        var session = Map.<String, Object>of("origin_jti", "settling-" + Long.toHexString(random.nextLong()));
        return new ApiClient(http, city.api(), city.engines().oidc().accessToken(person, Duration.ofHours(1), session));
    }
}
