package passby.core.search;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.picture.Jpeg;
import passby.core.picture.PictureKind;
import passby.core.picture.Pictures;
import passby.core.picture.StreamedPicture;
import passby.core.policy.Action;
import passby.core.policy.EffectivePolicy;
import passby.core.read.Frames;
import passby.core.read.Read;
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

    /** A decoy as any other, and looked for where any other is first: nothing in the answer tells it apart. */
    private Result<StreamedPicture> stream(AuthorizedRequest request, Purpose purpose, String readId, String kind) {
        var policy = request.policy();
        var read = shown.find(readId, policy);
        var decoy = read.isPresent() ? Optional.<Read>empty() : decoys.find(readId, policy);
        var tooOld = read.or(() -> decoy).flatMap(found -> purposes.tooOld(purpose, policy, found.capturedAt()));
        if (tooOld.isPresent()) {
            return request.invalid(List.of(tooOld.get()));
        }
        return decoy.map(found -> streamDecoy(request, found, kind))
                .orElseGet(() -> read.flatMap(found -> shown.picture(pictures, found, kind, policy)
                                .map(jpeg -> streamed(request, found, jpeg)))
                        .orElseGet(request::notFound));
    }

    /** That it was asked for stands in the entry with its plate, in a refusal too. */
    private Result<StreamedPicture> streamDecoy(AuthorizedRequest request, Read decoy, String kind) {
        return PictureKind.parse(kind)
                .filter(_ -> shown.arePicturesShown(decoy, request.policy()))
                .map(parsed -> streamed(request, decoy, decoys.picture(decoy, parsed)))
                .orElseGet(request.about(Field.PLATE, decoy.plate().raw())::notFound);
    }

    private static Result<StreamedPicture> streamed(AuthorizedRequest request, Read read, Jpeg jpeg) {
        return request.about(Field.PLATE, read.plate().raw())
                .answer(new StreamedPicture(jpeg, request.caller().person().personId()));
    }
}
