package passby.core.search;

import java.time.Clock;
import java.util.List;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.picture.Pictures;
import passby.core.picture.StreamedPicture;
import passby.core.policy.Action;
import passby.core.policy.EffectivePolicy;
import passby.core.read.Frames;
import passby.core.read.Reads;
import passby.core.read.ShownReads;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Result;

/** Opens the picture of one read that a search found: a gated view of its own, with its own purpose and entry. */
public final class ViewReadPicture {
    private final Authorizer authorizer;
    private final ShownReads shown;
    private final DecoyRows decoys;
    private final Pictures pictures;
    private final Purposes purposes;

    public ViewReadPicture(
            Authorizer authorizer,
            Frames frames,
            Reads reads,
            DecoyRows decoys,
            Pictures pictures,
            Purposes purposes,
            Clock clock) {
        this.authorizer = authorizer;
        this.shown = new ShownReads(frames, reads, clock);
        this.decoys = decoys;
        this.pictures = pictures;
        this.purposes = purposes;
    }

    /**
     * The body is {@code {"purpose":{…}}}, complete as for a search.
     *
     * @param readId not validated here, nor is {@code kind}: an impossible one is treated, and recorded, as not found
     */
    public Result<StreamedPicture> handle(Caller caller, String readId, String kind, Form body) {
        return authorizer.handle(Action.STREAM_READ_PICTURE, EntryType.READ_PICTURE_STREAMED, caller, authorized -> {
            var request = authorized.about(Field.SUBJECT, readId);
            return request.check(
                    purpose(body, request.policy()),
                    purpose -> stream(request.about(purpose.committed()), purpose, readId, kind));
        });
    }

    private Checked<Purpose> purpose(Form body, EffectivePolicy policy) {
        var purpose = purposes.parse(body.form("purpose"), policy);
        return body.checked(purpose::orElseThrow);
    }

    /** A decoy has no picture, as a read whose pictures are gone; that it was asked for stands in the entry with its plate. */
    private Result<StreamedPicture> stream(AuthorizedRequest request, Purpose purpose, String readId, String kind) {
        var policy = request.policy();
        var decoy = decoys.find(readId, policy);
        var read = decoy.or(() -> shown.find(readId, policy));
        var tooOld = read.flatMap(found -> purposes.tooOld(purpose, policy, found.capturedAt()));
        if (tooOld.isPresent()) {
            return request.invalid(List.of(tooOld.get()));
        }
        if (decoy.isPresent()) {
            return request.about(Field.PLATE, decoy.get().plate().raw()).notFound();
        }
        var jpeg = read.flatMap(found -> shown.picture(pictures, found, kind, policy));
        return read.isEmpty() || jpeg.isEmpty()
                ? request.notFound()
                : request.about(Field.PLATE, read.get().plate().raw())
                        .answer(new StreamedPicture(
                                jpeg.get(), request.caller().person().personId()));
    }
}
