package passby.local.springfield;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import passby.core.hotlist.Category;
import passby.core.hotlist.ListedState;
import passby.core.id.Ori;
import passby.core.people.Person;
import passby.core.people.Role;
import passby.core.policy.Parameter;
import passby.core.policy.RecognizerOrder;

/** The made-up city of Springfield: its policy, its people, its cameras and what its officers look for. None of it is real. */
public final class Springfield {
    public static final String CITY_ID = "springfield";
    public static final String ADMIN = "admin-hale";
    public static final String OFFICER = "officer-rivera";
    public static final String CHIEF = "chief-ito";

    private static final String AGENCY = "Springfield Police Department";
    private static final Ori ORI = new Ori("XX0000000");
    private static final Duration YEAR = Duration.ofDays(365);

    private Springfield() {}

    /** By their names in the template. The cameras of one machine are driven faster than a street's. */
    public static Map<String, String> parameters() {
        return new HashMap<>(Map.of(
                Parameter.CITY.code(),
                CITY_ID,
                Parameter.AGENCY.code(),
                AGENCY,
                Parameter.AGENCY_ORI.code(),
                ORI.value(),
                Parameter.RECOGNIZER_ORDER.code(),
                RecognizerOrder.CONTAINER_ONLY.code(),
                Parameter.CAMERA_UPLOAD_RATE.code(),
                "600"));
    }

    /** One of each duty, and an officer whose training has run out. */
    public static List<Person> people(Clock clock) {
        var now = clock.instant();
        return List.of(
                person(OFFICER, Role.OPERATOR, now.plus(YEAR)),
                person("officer-lund", Role.OPERATOR, now.plus(YEAR)),
                person("officer-untrained", Role.OPERATOR, now.minus(Duration.ofDays(1))),
                person(CHIEF, Role.CHIEF, now.plus(YEAR)),
                person("manager-osei", Role.PROGRAM_MANAGER, now.plus(YEAR)),
                person("records-zhou", Role.RECORDS_OFFICER, now.plus(YEAR)),
                person("auditor-quist", Role.AUDITOR, now.plus(YEAR)),
                person(ADMIN, Role.SYSTEM_ADMIN, now.plus(YEAR)));
    }

    private static Person person(String personId, Role role, Instant trainedUntil) {
        return new Person(personId, AGENCY, ORI, Set.of(role), trainedUntil, trainedUntil, null, true);
    }

    /** Bodies of {@code POST /v1/cameras}, without their keys. */
    public static List<Map<String, Object>> cameras(Instant installedAt) {
        return List.of(
                camera("cam-elm-1st", "Elm Street at 1st Avenue", "north", 40.0012, -89.0007, 90, false, installedAt),
                camera(
                        "cam-bridge",
                        "Main Street bridge, inbound",
                        "centre",
                        39.9950,
                        -89.0100,
                        180,
                        false,
                        installedAt),
                camera("cam-patrol-7", "Patrol car 7, front", "south", 39.9891, -89.0203, 0, true, installedAt));
    }

    private static Map<String, Object> camera(
            String cameraId,
            String name,
            String zone,
            double latitude,
            double longitude,
            int heading,
            boolean mobile,
            Instant installedAt) {
        return Map.of(
                "cameraId", cameraId,
                "name", name,
                "zone", zone,
                "latitude", latitude,
                "longitude", longitude,
                "heading", heading,
                "mobile", mobile,
                "owner", AGENCY,
                "approval", "Council resolution 2026-117",
                "installedAt", installedAt.toString());
    }

    /** Two of the sample pictures' plates: one listed with its state, which pushes, and one without, which advises. */
    public static List<Map<String, Object>> entries(Instant now) {
        return List.of(
                entry("HWL5093", "OH", Category.STOLEN_VEHICLE, now),
                entry("CVK482", ListedState.UNKNOWN_WORD, Category.MISSING_PERSON, now));
    }

    /** The body of {@code POST /v1/hot-list-entries}. */
    public static Map<String, Object> entry(String plate, String state, Category category, Instant now) {
        return Map.of(
                "plate",
                plate,
                "state",
                state,
                "category",
                category.code(),
                "reason",
                "Made-up entry of the local city",
                "caseNumber",
                "26-000117",
                "effective",
                now.toString(),
                "expires",
                now.plus(Duration.ofHours(20)).toString());
    }
}
