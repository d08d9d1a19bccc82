package passby.aws.capture;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import passby.aws.api.CaptureFunctions;
import passby.aws.http.Answer;
import passby.aws.http.ApiEndpoint;
import passby.aws.http.Authentication;
import passby.aws.http.ProblemType;
import passby.aws.http.Request;
import passby.aws.json.JsonObject;
import passby.aws.lambda.ApiHandler;
import passby.core.capture.Camera;
import passby.core.capture.CameraBounds;
import passby.core.capture.IssueUploadUrls;
import passby.core.capture.Issued;
import passby.core.capture.UploadRequest;
import passby.core.form.Checked;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.policy.Limits;
import passby.core.read.PostedRead;
import passby.core.read.TakePostedReads;

/**
 * Answers a camera's promise of frames with URLs to upload them to, and takes the reads that it made itself, in the order in which
 * the camera brings them.
 */
public final class UploadsHandler implements ApiHandler {
    /** In which a frame on its way is usually processed. */
    private static final Duration OUTSTANDING_WAIT = Duration.ofSeconds(5);

    private final IssueUploadUrls issueUploadUrls;
    private final TakePostedReads takePostedReads;
    private final Counters counters;
    private final Clock clock;
    private final ApiEndpoint<Camera> edge;

    public UploadsHandler(
            Authentication<Camera> cameras,
            IssueUploadUrls issueUploadUrls,
            TakePostedReads takePostedReads,
            Counters counters,
            Clock clock) {
        this.issueUploadUrls = issueUploadUrls;
        this.takePostedReads = takePostedReads;
        this.counters = counters;
        this.clock = clock;
        this.edge = new ApiEndpoint<>(
                CaptureFunctions.ISSUE_UPLOAD_URLS,
                cameras,
                Map.of("issueUploadUrls", this::issue, "postReads", this::take),
                counters,
                clock);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return edge.handle(event);
    }

    private Answer issue(Camera camera, Request request) {
        return answer("uploads", UploadRequest.parse(request.body()), all -> issueUploadUrls.handle(camera, all));
    }

    private Answer take(Camera camera, Request request) {
        return answer("reads", PostedRead.parse(request.body()), all -> takePostedReads.handle(camera, all));
    }

    private <T> Answer answer(String name, Checked<List<T>> body, Function<List<T>, List<Issued>> handle) {
        return switch (body) {
            case Checked.Invalid<List<T>>(var problems) -> {
                counters.add(Count.UPLOAD_REFUSED, clock.instant());
                yield Answer.invalid(problems);
            }
            case Checked.Valid<List<T>>(var all) -> answer(name, handle.apply(all));
        };
    }

    /** A late frame among others does not hold them up; when all are late, or too many, there is nothing to upload. */
    private Answer answer(String name, List<Issued> issued) {
        if (issued.stream().allMatch(Issued.TooLate.class::isInstance)) {
            return Answer.refused(
                    ProblemType.TOO_LATE, "Under the retention in force none of these frames could be kept any more.");
        }
        if (issued.stream().allMatch(Issued.SwitchedOff.class::isInstance)) {
            return Answer.refused(
                    ProblemType.CAPTURE_OFF, "The city has switched capture off; keep the frames or drop them.");
        }
        if (issued.stream().allMatch(Issued.TooMany.class::isInstance)) {
            return tooMany(((Issued.TooMany) issued.getFirst()).bound());
        }
        return Answer.created(new JsonObject()
                .with(name, issued.stream().map(UploadsHandler::upload).toList()));
    }

    private Answer tooMany(CameraBounds.Bound bound) {
        var now = clock.instant();
        var wait =
                switch (bound) {
                    case FRAMES_A_MINUTE -> Limits.Window.MINUTE.rest(now).toSeconds() + 1;
                    case BYTES_A_DAY -> Limits.Window.DAY.rest(now).toSeconds() + 1;
                    case OUTSTANDING -> OUTSTANDING_WAIT.toSeconds();
                };
        return new Answer.Refused(
                ProblemType.TOO_MANY_REQUESTS,
                switch (bound) {
                    case FRAMES_A_MINUTE ->
                        "The camera has announced as many frames in this minute as the policy lets it.";
                    case BYTES_A_DAY -> "The camera has announced as many bytes on this day as the policy lets it.";
                    case OUTSTANDING -> "The camera has as many frames on their way as the policy lets it.";
                },
                new JsonObject(),
                Map.of("Retry-After", String.valueOf(wait)));
    }

    private static JsonObject upload(Issued issued) {
        return switch (issued) {
            case Issued.TooLate() -> new JsonObject().with("refused", "too-late");
            case Issued.Excluded _ -> new JsonObject().with("refused", "excluded-zone");
            case Issued.TooMany _ -> new JsonObject().with("refused", "too-many");
            case Issued.SwitchedOff() -> new JsonObject().with("refused", "capture-off");
            case Issued.Taken(var uploadId) -> new JsonObject().with("uploadId", uploadId);
            case Issued.Url(var url) -> {
                var headers = new JsonObject();
                url.headers().forEach(headers::with);
                yield new JsonObject()
                        .with("uploadId", url.uploadId())
                        .with("url", url.url().toString())
                        .with("headers", headers)
                        .with("expiresAt", url.expiresAt());
            }
        };
    }
}
