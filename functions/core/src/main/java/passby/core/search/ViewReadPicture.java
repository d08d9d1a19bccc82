package passby.core.search;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.ledger.Accepted;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Ledger;
import passby.core.ledger.Outcome;
import passby.core.people.Caller;
import passby.core.picture.Jpeg;
import passby.core.picture.PictureKind;
import passby.core.picture.Pictures;
import passby.core.policy.Action;
import passby.core.policy.Authorizer;
import passby.core.policy.EffectivePolicy;
import passby.core.read.Frames;
import passby.core.read.Read;
import passby.core.read.Reads;
import passby.core.retention.RetentionClock;

/** Opens the picture of one read that a search found: a gated view of its own, with its own purpose and entry. */
public final class ViewReadPicture {
    /** What came of it. */
    public sealed interface Answer {
        /** @param reader who must stand in the picture's mark, beside the entry's id */
        record Picture(Jpeg jpeg, String reader, Accepted accepted) implements Answer {}

        record Invalid(List<Problem> problems, Accepted accepted) implements Answer {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** No such read or picture, or its retention is over. */
        record NotFound(Accepted accepted) implements Answer {}

        record Denied(Authorizer.Authorization.Denied denied) implements Answer {}
    }

    private final Authorizer authorizer;
    private final Frames frames;
    private final Reads reads;
    private final Pictures pictures;
    private final Ledger ledger;
    private final Clock clock;

    public ViewReadPicture(
            Authorizer authorizer, Frames frames, Reads reads, Pictures pictures, Ledger ledger, Clock clock) {
        this.authorizer = authorizer;
        this.frames = frames;
        this.reads = reads;
        this.pictures = pictures;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The body is {@code {"purpose":{…}}}, complete as for a search.
     *
     * @param readId as it came, and {@code kind} likewise: what is not one is nobody's, and entered as that
     */
    public Answer handle(Caller caller, String readId, String kind, Form body) {
        return switch (authorizer.authorize(Action.STREAM_READ_PICTURE, caller)) {
            case Authorizer.Authorization.Denied denied -> new Answer.Denied(denied);
            case Authorizer.Authorization.Authorized(var policy) ->
                switch (purpose(body)) {
                    case Checked.Invalid<Purpose>(var problems) -> invalid(caller, policy, readId, problems);
                    case Checked.Valid<Purpose>(var purpose) -> stream(caller, policy, readId, kind, purpose);
                };
        };
    }

    private static Checked<Purpose> purpose(Form body) {
        var purpose = Purpose.parse(body.form("purpose"));
        return body.checked(purpose::orElseThrow);
    }

    private Answer invalid(Caller caller, EffectivePolicy policy, String readId, List<Problem> problems) {
        return new Answer.Invalid(
                problems, refuse(caller, policy, Problem.summary(problems), Map.of(Field.SUBJECT, readId)));
    }

    private Answer stream(Caller caller, EffectivePolicy policy, String readId, String kind, Purpose purpose) {
        var committed = new EnumMap<Field, String>(purpose.committed());
        committed.put(Field.SUBJECT, readId);
        var read = find(readId, policy);
        var jpeg = read.filter(found -> mayBeShown(found, policy)).flatMap(found -> picture(found, kind));
        if (read.isEmpty() || jpeg.isEmpty()) {
            return new Answer.NotFound(refuse(caller, policy, Authorizer.NOT_FOUND, committed));
        }
        committed.put(Field.PLATE, read.get().plate().raw());
        var entry = authorizer.entry(EntryType.READ_PICTURE_STREAMED, Outcome.DONE, policy, caller, committed);
        return new Answer.Picture(jpeg.get(), caller.person().personId(), ledger.append(entry));
    }

    private Accepted refuse(Caller caller, EffectivePolicy policy, String reason, Map<Field, String> committed) {
        return authorizer.refuse(EntryType.READ_PICTURE_STREAMED, policy, caller, reason, committed);
    }

    private boolean mayBeShown(Read read, EffectivePolicy policy) {
        return RetentionClock.mayAnswer(
                clock.instant(),
                read.expiresAt(),
                read.retentionBase(),
                policy.pictureRetention(read.retentionClass()));
    }

    private Optional<Jpeg> picture(Read read, String kind) {
        return PictureKind.parse(kind)
                .flatMap(parsed -> pictures.find(parsed.of(read.pictures()).key()));
    }

    /** A read id leads to its frame, and the frame holds the key of its read. */
    private Optional<Read> find(String readId, EffectivePolicy policy) {
        var dash = readId.lastIndexOf('-');
        if (dash < 1) {
            return Optional.empty();
        }
        return frames.find(readId.substring(0, dash)).stream()
                .flatMap(frame -> frame.reads().stream())
                .filter(ref -> ref.readId().equals(readId))
                .findFirst()
                .flatMap(reads::find)
                .filter(read -> RetentionClock.mayAnswer(
                        clock.instant(),
                        read.expiresAt(),
                        read.retentionBase(),
                        policy.retention(read.retentionClass())));
    }
}
