package passby.core.search;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.id.Ulids;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.people.Caller;
import passby.core.plate.CityKey;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.policy.Action;
import passby.core.read.Correction;
import passby.core.read.Corrections;
import passby.core.read.Frames;
import passby.core.read.Read;
import passby.core.read.Reads;
import passby.core.read.ShownReads;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Result;

/**
 * Notes beside a read what a person sees that it shows. Only who opened the read by a view of their own can say so. The read keeps what
 * the reader said, and no list is looked at: a correction alerts nobody. (product.md, B3)
 */
public final class CorrectRead {
    static final String AT_THE_SAME_MOMENT =
            "Somebody else corrected the read since, or its deletion has begun. Open it again.";
    static final String ENOUGH = "People disagree about this read: it takes no further correction.";
    static final Problem UNCHANGED =
            new Problem("plate", "unchanged", "another plate or another state than the read says");

    private static final int MAX_REASON = 200;

    private final Authorizer authorizer;
    private final ShownReads shown;
    private final Corrections corrections;
    private final RequestEntries views;
    private final Supplier<CityKey> cityKey;
    private final Ulids ids;
    private final Clock clock;

    /** @param views what the entries of views commit to */
    public CorrectRead(
            Authorizer authorizer,
            Frames frames,
            Reads reads,
            Corrections corrections,
            RequestEntries views,
            Supplier<CityKey> cityKey,
            Ulids ids,
            Clock clock) {
        this.authorizer = authorizer;
        this.shown = new ShownReads(frames, reads, clock);
        this.corrections = corrections;
        this.views = views;
        this.cityKey = cityKey;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param view id of the entry of the person's own view
     * @param state two letters, or null when the read's own stands
     */
    private record Said(String view, Plate plate, @Nullable String state, String reason) {
        static Checked<Said> parse(Form body) {
            var view = body.code(
                    "view", id -> Optional.of(id).filter(Entry.ID.asMatchPredicate()), "the entryId of your own view");
            var plate = body.code("plate", Plate::parse, "1 to 10 letters and digits");
            var state = body.optionalString("state", 2)
                    .filter(code -> IssuingState.CODE.matcher(code).matches()
                            || body.reject("state", "malformed", "two capital letters"));
            var reason = body.string("reason", MAX_REASON);
            return body.checked(() -> new Said(view.orElseThrow(), plate.orElseThrow(), state.orElse(null), reason));
        }

        Map<Field, String> committed() {
            var committed = new EnumMap<Field, String>(Field.class);
            committed.put(Field.PLATE, plate.raw());
            committed.put(Field.ACTION, state == null ? "state as read" : "state " + state);
            committed.put(Field.REASON, reason);
            return committed;
        }

        boolean changes(Read read) {
            return !plate.equals(read.plate()) || changesState(read.state());
        }

        private boolean changesState(IssuingState read) {
            return state != null && !(read instanceof IssuingState.Issued(var code, var _) && code.equals(state));
        }
    }

    /**
     * The body is {@code {"view":"…","plate":"…","state":"CA","reason":"…"}}, the state where it was misread.
     *
     * @param readId not validated here: an impossible one is treated, and recorded, as not found
     * @return the read with all that people said of it
     */
    public Result<Read> handle(Caller caller, String readId, Form body) {
        return authorizer.handle(Action.CORRECT_READ, EntryType.READ_CORRECTED, caller, authorized -> {
            var request = authorized.about(Field.SUBJECT, readId);
            return request.check(Said.parse(body), said -> correct(request.about(said.committed()), readId, said));
        });
    }

    private Result<Read> correct(AuthorizedRequest request, String readId, Said said) {
        if (!opened(request.caller(), said.view(), readId)) {
            return request.notFound();
        }
        return shown.find(readId, request.policy())
                .map(read -> correct(request, read, said))
                .orElseGet(request::notFound);
    }

    /** Only the entry of an answered view commits to its read, to the plate that was shown and to an offence at once. */
    private boolean opened(Caller caller, String view, String readId) {
        return Optional.ofNullable(views.find(List.of(view)).get(view))
                .filter(fields -> fields.containsKey(Field.PLATE) && fields.containsKey(Field.OFFENCE))
                .filter(fields -> is(fields, Field.SUBJECT, readId))
                .filter(fields -> is(fields, Field.ACTOR, caller.person().personId()))
                .isPresent();
    }

    private static boolean is(Map<Field, Opening> fields, Field field, String value) {
        var opening = fields.get(field);
        return opening != null && opening.value().equals(value);
    }

    private Result<Read> correct(AuthorizedRequest request, Read read, Said said) {
        if (!said.changes(read)) {
            return request.invalid(List.of(UNCHANGED));
        }
        if (read.corrections().size() >= Corrections.MOST) {
            return request.refuse(new Refusal.Conflict(ENOUGH));
        }
        var entry = request.entry(List.of(said.view()));
        var correction = correction(said, request.caller(), entry);
        var corrected = read.withCorrections(Stream.concat(read.corrections().stream(), Stream.of(correction))
                .toList());
        return request.commit(corrected, corrections.add(read, correction, entry), AT_THE_SAME_MOMENT);
    }

    private Correction correction(Said said, Caller caller, Entry entry) {
        return new Correction(
                ids.next(),
                cityKey.get().plateKey(said.plate()),
                said.plate(),
                said.state(),
                said.reason(),
                caller.person().personId(),
                clock.instant(),
                entry.entryId());
    }
}
