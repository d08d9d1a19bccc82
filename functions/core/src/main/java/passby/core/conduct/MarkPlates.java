package passby.core.conduct;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import passby.core.form.Form;
import passby.core.id.Entropy;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.people.Caller;
import passby.core.plate.CityKey;
import passby.core.plate.Plate;
import passby.core.policy.Action;
import passby.core.request.Authorizer;
import passby.core.request.Result;

/** Takes plates that nobody has a reason to search: those of officers and their families, and decoys. */
public final class MarkPlates {
    private static final String AT_THE_SAME_MOMENT = "This plate was entered at the same moment. Try again.";

    /** No look-alikes, so that only this very plate has its key. */
    private static final String LETTERS = "ACEFHJKLMNPRTUVWXY";

    private static final String DIGITS = "3479";

    /** No state issues two digits, four letters and two digits: made-up serials must be nobody's. */
    private static final String SERIES = "00AAAA00";

    private final Authorizer authorizer;
    private final MarkedPlates marked;
    private final Supplier<CityKey> cityKey;
    private final ConductKeys keys;
    private final Entropy entropy;
    private final Clock clock;

    public MarkPlates(
            Authorizer authorizer,
            MarkedPlates marked,
            Supplier<CityKey> cityKey,
            ConductKeys keys,
            Entropy entropy,
            Clock clock) {
        this.authorizer = authorizer;
        this.marked = marked;
        this.cityKey = cityKey;
        this.keys = keys;
        this.entropy = entropy;
        this.clock = clock;
    }

    /** A plate that no vehicle has, answered once and never again: the city keeps its key alone. */
    public record Decoy(Plate plate, Instant until) {
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

    /** Whoever searches it cannot have seen it on a road. */
    public Result<Decoy> decoy(Caller caller, Form body) {
        return authorizer.handle(
                Action.PLACE_DECOY,
                EntryType.DECOY_PLACED,
                caller,
                request -> request.check(ConductForms.decoy(body, clock.instant()), until -> {
                    var decoy = new Decoy(random(), until);
                    return request.change(decoy, entry -> mark(decoy, entry), AT_THE_SAME_MOMENT);
                }));
    }

    private Commit mark(Decoy decoy, Entry entry) {
        var key = cityKey.get().plateKey(decoy.plate());
        return marked.mark(new MarkedPlates.Marked(MarkedPlates.DECOY, key, decoy.until()), entry);
    }

    private Plate random() {
        var serial = new StringBuilder();
        for (var place = 0; place < SERIES.length(); place++) {
            var from = SERIES.charAt(place) == '0' ? DIGITS : LETTERS;
            serial.append(from.charAt(Byte.toUnsignedInt(entropy.bytes(1)[0]) % from.length()));
        }
        return new Plate(serial.toString());
    }
}
