package passby.core.capture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.picture.Box;

/** The bodies of camera registration and key rotation. */
final class CameraForm {
    private static final String CAPTIONS = "captions";
    private static final int MAX_WORD = 20;
    private static final Pattern KID = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern ANY = Pattern.compile("(?s).*");

    private CameraForm() {}

    static Checked<Camera> camera(Form body, Instant now) {
        var cameraId = body.string("cameraId", Camera.ID, "3 to 32 characters a-z, 0-9 and hyphen");
        var name = body.string("name", 100);
        var zone = body.string("zone", Camera.ZONE, "1 to 32 characters a-z, 0-9 and hyphen");
        var latitude = body.decimal("latitude", -90, 90);
        var longitude = body.decimal("longitude", -180, 180);
        var heading = (int) body.longValue("heading", 0, 359);
        var mobile = body.bool("mobile");
        var owner = body.string("owner", 100);
        var ownership = ownership(body);
        var approval = body.string("approval", 200);
        var installedAt = body.instant("installedAt");
        var captions = captions(body.optionalForms(CAPTIONS, Camera.MAX_CAPTIONS));
        var kid = kid(body);
        var publicKey = publicKey(body);
        return body.checked(() -> new Camera(
                cameraId,
                name,
                zone,
                new Position(latitude, longitude),
                heading,
                mobile,
                owner,
                approval,
                installedAt,
                null,
                null,
                Quarantine.NONE,
                captions,
                List.of(new CameraKey(kid, publicKey, now)),
                1,
                ownership));
    }

    /** The city's own unless it says otherwise; a private owner opts in later, or never. */
    private static Ownership ownership(Form body) {
        return body.optionalString("ownership", MAX_WORD)
                .flatMap(word -> Ownership.parse(word)
                        .filter(known -> known != Ownership.PRIVATE_OPTED_IN)
                        .or(() -> {
                            body.reject("ownership", "malformed", "city or private");
                            return Optional.empty();
                        }))
                .orElse(Ownership.CITY);
    }

    /** The body of an opt-in: where the owner's consent is on file. */
    static Checked<String> consent(Form body) {
        var consent = body.string("consent", 200);
        return body.checked(() -> consent);
    }

    /** The body of a change of captions: all zones from now on, or an empty list. */
    static Checked<List<Box>> changedCaptions(Form body) {
        var zones = captions(body.formsOrNone(CAPTIONS, Camera.MAX_CAPTIONS));
        return body.checked(() -> zones);
    }

    /** In fractions of the upright frame; a zone that reaches beyond it is refused. */
    private static List<Box> captions(List<Form> zones) {
        var captions = new ArrayList<Box>();
        for (var zone : zones) {
            var left = zone.decimal("left", 0, 1);
            var top = zone.decimal("top", 0, 1);
            var width = zone.decimal("width", 0, 1);
            var height = zone.decimal("height", 0, 1);
            if (width > 0 && height > 0 && left + width <= 1 && top + height <= 1) {
                captions.add(new Box(left, top, width, height));
            } else {
                zone.reject("width", "out-of-range", "a zone has an area and lies inside the frame");
            }
        }
        return captions;
    }

    /** The body of a suspension: since when the camera is not believed, which may lie in the past but not in the future. */
    static Checked<Instant> suspension(Form body, Instant now) {
        var since = body.instant("since");
        if (body.isValid("since") && since.isAfter(now)) {
            body.reject("since", "out-of-range", "not after now");
        }
        return body.checked(() -> since);
    }

    static Checked<CameraKey> key(Form body, Instant now) {
        var kid = kid(body);
        var publicKey = publicKey(body);
        return body.checked(() -> new CameraKey(kid, publicKey, now));
    }

    private static String kid(Form body) {
        return body.string("kid", KID, "1 to 40 letters, digits, _ and -");
    }

    private static String publicKey(Form body) {
        var described = "an Ed25519 public key, 32 bytes in base64url";
        var key = body.string("publicKey", ANY, described);
        if (body.isValid("publicKey") && !CameraKey.isPublicKey(key)) {
            body.reject("publicKey", "malformed", described);
        }
        return key;
    }
}
