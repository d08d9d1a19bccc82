package passby.core.lists;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.id.Digests;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.lists.ImportAnswer.RefusalReason;
import passby.core.people.Caller;
import passby.core.policy.Action;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Result;

/** Files of lists on their way in: where to send one that the city will take, and what became of it. */
public final class ListFiles {
    private final Authorizer authorizer;
    private final Lists lists;
    private final FeedUploadUrls urls;
    private final ImportOutcomes outcomes;
    private final Supplier<ListPolicy> policy;
    private final Clock clock;

    public ListFiles(
            Authorizer authorizer,
            Lists lists,
            FeedUploadUrls urls,
            ImportOutcomes outcomes,
            Supplier<ListPolicy> policy,
            Clock clock) {
        this.authorizer = authorizer;
        this.lists = lists;
        this.urls = urls;
        this.outcomes = outcomes;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * How far an import is.
     *
     * @param isRunning whether it has begun and is not over
     * @param written how many rows are certainly written, while it runs
     * @param outcome of the newest time that this file was sent and its import ended, or null
     */
    public record Progress(
            boolean isRunning, long written, @Nullable ImportOutcome outcome) {}

    /** Where to PUT a file. What the city would not take is refused here, before anything is sent. */
    public Result<FeedUploadUrl> upload(Caller caller, String source, Form body) {
        return authorizer.handle(
                Action.UPLOAD_LIST_FILE,
                EntryType.LIST_UPLOAD_ISSUED,
                caller,
                request -> request.check(
                        parse(body, source, caller.person().personId()),
                        upload -> found(
                                request.about(Field.QUERY, upload.sha256()),
                                source,
                                (asked, known) -> upload(asked, known, upload))));
    }

    private Result<FeedUploadUrl> upload(AuthorizedRequest request, ListSource source, ListUpload upload) {
        if (policy.get().localOnly()) {
            return request.refuse(new Refusal.Conflict(sentence(RefusalReason.LOCAL_ONLY)));
        }
        var now = clock.instant();
        var refusal = FeedAdmission.refusal(source, upload.sha256(), upload.signature(), now, now);
        return refusal.<Result<FeedUploadUrl>>map(
                        reason -> request.refuse(new Refusal.Conflict(sentence(reason), reason.code())))
                .orElseGet(() -> request.answer(urls.sign(upload, ImportTiming.URL_LIFE)));
    }

    /** What became of a file; nothing is found while its import has not begun. */
    public Result<Progress> progress(Caller caller, String source, String sha256) {
        return authorizer.handle(
                Action.VIEW_LIST_IMPORT,
                EntryType.LIST_IMPORT_VIEWED,
                caller,
                request -> found(
                        request.about(Field.QUERY, sha256),
                        source,
                        (asked, known) ->
                                progress(known, sha256).map(asked::answer).orElseGet(asked::notFound)));
    }

    private Optional<Progress> progress(ListSource source, String sha256) {
        var outcome = outcomes.find(source.source(), sha256);
        return Optional.ofNullable(source.running())
                .filter(running -> running.sha256().equals(sha256))
                .map(running -> new Progress(true, running.written(), outcome.orElse(null)))
                .or(() -> outcome.map(ended -> new Progress(false, 0, ended)));
    }

    private interface Use<T> {
        Result<T> of(AuthorizedRequest request, ListSource source);
    }

    private <T> Result<T> found(AuthorizedRequest request, String source, Use<T> use) {
        var asked = request.about(Field.SUBJECT, source);
        return lists.find(source)
                .map((Function<ListSource, Result<T>>) known -> use.of(asked, known))
                .orElseGet(asked::notFound);
    }

    private static Checked<ListUpload> parse(Form body, String source, String by) {
        var sha256 = body.string("sha256", Digests.HEX, "64 hexadecimal digits");
        var bytes = body.longValue("bytes", 1, ImportTiming.MAX_BYTES);
        var text = body.optionalString("signature", 400);
        var signature = text.flatMap(FeedSignature::parse);
        if (text.isPresent() && signature.isEmpty()) {
            body.reject("signature", "malformed", "what scripts/hotlist sign wrote, five lines");
        }
        return body.checked(() -> new ListUpload(source, sha256, bytes, by, signature.orElse(null)));
    }

    /** For the person who asked. */
    private static String sentence(RefusalReason reason) {
        return switch (reason) {
            case UNKNOWN_SOURCE -> "There is no source of that name.";
            case NOT_ACCEPTED -> "The source is not accepted: it takes no file.";
            case LOCAL_ONLY -> "The city's policy allows no outside list.";
            case NOT_SIGNED -> "The source signs its files, and this one does not carry its signature.";
            case NOT_APPROVED -> "Two people have not agreed to this file within a day.";
            case OLDER_THAN_ACTIVE -> "The file was signed before the version that alerts now.";
        };
    }
}
