package passby.aws.lists;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import passby.aws.http.Answer;
import passby.aws.http.Request;
import passby.aws.http.RouteAction;
import passby.aws.json.JsonObject;
import passby.core.lists.FeedUploadUrl;
import passby.core.lists.ImportOutcome;
import passby.core.lists.ListFiles;
import passby.core.people.Caller;

/** Where files of lists are sent, and what became of them. */
public final class ListFileActions {
    private static final String SOURCE = "source";

    private final ListFiles files;

    public ListFileActions(ListFiles files) {
        this.files = files;
    }

    /** By operation id. */
    public Map<String, RouteAction<Caller>> all() {
        return Map.of("uploadListFile", this::upload, "viewListImport", this::progress);
    }

    private Answer upload(Caller caller, Request request) {
        return Answer.of(
                files.upload(caller, request.parameter(SOURCE), request.body()),
                (url, accepted) -> Answer.created(json(url).with(accepted)));
    }

    private static JsonObject json(FeedUploadUrl url) {
        var headers = new JsonObject();
        new TreeMap<>(url.headers()).forEach(headers::with);
        return new JsonObject()
                .with("url", url.url().toString())
                .with("headers", headers)
                .with("expiresAt", url.expiresAt());
    }

    private Answer progress(Caller caller, Request request) {
        return Answer.of(
                files.progress(caller, request.parameter(SOURCE), request.parameter("sha256")),
                (progress, accepted) -> Answer.ok(new JsonObject()
                        .with("running", progress.isRunning())
                        .with("written", progress.written())
                        .with("outcome", json(progress.outcome()))
                        .with(accepted)));
    }

    private static @Nullable JsonObject json(@Nullable ImportOutcome outcome) {
        return outcome == null ? null : ImportOutcomeJson.of(outcome);
    }
}
