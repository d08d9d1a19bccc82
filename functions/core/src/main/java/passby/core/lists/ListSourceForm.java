package passby.core.lists;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import passby.core.feed.FeedLayouts;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.hotlist.HotListEntry;
import passby.core.id.Digests;
import passby.core.people.Caller;
import passby.core.people.HeldRole;
import passby.core.people.Person;
import passby.core.people.Role;

/** The bodies of requests about lists. Each names the role in which the person asks, one of their own. */
final class ListSourceForm {
    private static final int LONGEST_AGE_HOURS = 24 * 31;

    private ListSourceForm() {}

    /** A proposal of a source. Without a key of its agency each of its files will need two people. */
    static Checked<ListSource> parse(Form body, Caller caller, Instant now) {
        var source = body.string("source", HotListEntry.SOURCE, "2 to 31 small letters, digits and hyphens");
        if (source.equals("custom")) {
            body.reject("source", "out-of-range", "custom is the city's own list");
        }
        var agency = body.string("agency", 100);
        var layout = body.code(
                "layout",
                name -> Optional.of(name).filter(FeedLayouts.NAMES::contains),
                String.join(", ", FeedLayouts.NAMES));
        var maxAge = body.longValue("maxAgeHours", 1, LONGEST_AGE_HOURS);
        var signingKey = body.optionalString("signingKey", 200);
        if (signingKey.isPresent() && FeedSignature.key(signingKey.get()).isEmpty()) {
            body.reject("signingKey", "malformed", "an Ed25519 public key, X.509 in base64");
        }
        var role = role(body, caller.person());
        return body.checked(() -> new ListSource(
                source,
                agency,
                layout.orElseThrow(),
                Duration.ofHours(maxAge),
                signingKey.orElse(null),
                consent(caller, role.orElseThrow(), now),
                null,
                null,
                0,
                null,
                null,
                1));
    }

    static Checked<ListSource.Consent> consent(Form body, Caller caller, Instant now) {
        var role = role(body, caller.person());
        return body.checked(() -> consent(caller, role.orElseThrow(), now));
    }

    static Checked<ListSource.Announcement> announcement(Form body, Caller caller, Instant now) {
        var sha256 = body.string("sha256", Digests.HEX, "64 hexadecimal digits");
        var removals = body.optionalLong("acceptedRemovalPercent", 0, 100).orElse(0L);
        var role = role(body, caller.person());
        return body.checked(() -> new ListSource.Announcement(
                sha256, removals.intValue(), consent(caller, role.orElseThrow(), now), null));
    }

    private static ListSource.Consent consent(Caller caller, Role role, Instant now) {
        return new ListSource.Consent(caller.person().personId(), role, now, caller.signedInAt());
    }

    private static Optional<Role> role(Form body, Person person) {
        return HeldRole.parse(body, person, Role.CHIEF, Role.PROGRAM_MANAGER, Role.RECORDS_OFFICER, Role.SYSTEM_ADMIN);
    }
}
