package passby.core.conduct;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import passby.core.capture.Camera;
import passby.core.capture.Cameras;
import passby.core.conduct.ConductForms.SeenForm;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.id.Entropy;
import passby.core.id.Ulids;
import passby.core.ledger.EntryType;
import passby.core.people.Caller;
import passby.core.plate.CityKey;
import passby.core.plate.Plate;
import passby.core.policy.Action;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Result;
import passby.core.retention.RetentionClass;

/** Takes plates that nobody has a reason to search: those of officers and their families, and decoys. */
public final class MarkPlates {
    private static final String AT_THE_SAME_MOMENT = "This plate was entered at the same moment. Try again.";

    private static final long MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();

    private final Authorizer authorizer;
    private final MarkedPlates marked;
    private final DecoyReads decoys;
    private final Cameras cameras;
    private final Supplier<CityKey> cityKey;
    private final ConductKeys keys;
    private final Entropy entropy;
    private final Clock clock;

    public MarkPlates(
            Authorizer authorizer,
            MarkedPlates marked,
            DecoyReads decoys,
            Cameras cameras,
            Supplier<CityKey> cityKey,
            ConductKeys keys,
            Entropy entropy,
            Clock clock) {
        this.authorizer = authorizer;
        this.marked = marked;
        this.decoys = decoys;
        this.cameras = cameras;
        this.cityKey = cityKey;
        this.keys = keys;
        this.entropy = entropy;
        this.clock = clock;
    }

    /**
     * A plate that no vehicle has, answered once and never again: the city keeps its key alone.
     *
     * @param readId of the row in which it stands among the reads, or null when it stands in none
     */
    public record Decoy(Plate plate, @Nullable String readId, Instant until) {
        @Override
        public String toString() {
            return "Decoy[]";
        }
    }

    /** The officer's own plate, or one of their family. The entry does not say which. */
    public Result<Instant> own(Caller caller, Form body) {
        return authorizer.handle(
                Action.REGISTER_OWN_PLATE,
                EntryType.OWN_PLATE_REGISTERED,
                caller,
                request -> request.check(ConductForms.ownPlate(body, clock.instant()), form -> {
                    var person = keys.person(caller.person().personId());
                    var key = cityKey.get().plateKey(form.plate());
                    return request.change(
                            form.until(),
                            entry -> marked.mark(new MarkedPlates.Marked(person, key, form.until()), entry),
                            AT_THE_SAME_MOMENT);
                }));
    }

    /** Whoever searches it cannot have seen it on a road, and whoever opens it among the reads had no case that led there. */
    public Result<Decoy> decoy(Caller caller, Form body) {
        return authorizer.handle(Action.PLACE_DECOY, EntryType.DECOY_PLACED, caller, request -> {
            var kept = request.policy().retention(RetentionClass.NON_HIT);
            return request.check(
                    ConductForms.decoy(body, kept, clock.instant()),
                    form -> form.read() == null
                            ? made(request, form.until())
                            : among(request, form.read(), kept, form.until()));
        });
    }

    private Result<Decoy> made(AuthorizedRequest request, Instant until) {
        var decoy = new Decoy(DecoyPlates.of(entropy.bytes(DecoyPlates.BYTES)), null, until);
        return request.change(decoy, entry -> marked.mark(mark(decoy), entry), AT_THE_SAME_MOMENT);
    }

    private Result<Decoy> among(AuthorizedRequest request, SeenForm seen, Duration kept, Instant until) {
        var camera = cameras.find(seen.cameraId()).filter(found -> found.isInService(seen.seenAt()));
        if (camera.isEmpty()) {
            return request.invalid(
                    List.of(new Problem("read.cameraId", "malformed", "a camera that was in service then")));
        }
        var read = decoyRead(camera.get(), seen.seenAt(), kept);
        var decoy = new Decoy(read.plate(cityKey.get()), read.readId(), until);
        return request.change(decoy, entry -> decoys.place(read, mark(decoy), entry), AT_THE_SAME_MOMENT);
    }

    /** Somewhere within the minute: a round time would give it away. Its id tells of that moment, as that of a read does. */
    private DecoyRead decoyRead(Camera camera, Instant asked, Duration kept) {
        var random = ByteBuffer.wrap(entropy.bytes(Integer.BYTES)).getInt();
        var seenAt = asked.truncatedTo(ChronoUnit.MINUTES).plusMillis(Math.floorMod(random, MINUTE_MILLIS));
        var uploaded = Clock.fixed(seenAt.plusSeconds(1), ZoneOffset.UTC);
        return new DecoyRead(
                new Ulids(uploaded, entropy).next() + "-1",
                camera.cameraId(),
                seenAt,
                camera.position(),
                camera.heading(),
                seenAt.plus(kept));
    }

    private MarkedPlates.Marked mark(Decoy decoy) {
        return new MarkedPlates.Marked(MarkedPlates.DECOY, cityKey.get().plateKey(decoy.plate()), decoy.until());
    }
}
