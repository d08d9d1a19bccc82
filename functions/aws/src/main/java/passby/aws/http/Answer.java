package passby.aws.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import passby.aws.json.JsonObject;
import passby.core.evidence.ExportEvidence;
import passby.core.form.Problem;
import passby.core.ledger.Accepted;
import passby.core.picture.Jpeg;
import passby.core.picture.StreamedPicture;
import passby.core.request.Refusal;
import passby.core.request.Result;

/** What a route answers, before it becomes a response. */
public sealed interface Answer {
    /** The detail of every 404. */
    String NOTHING_HERE = "Nothing is known here under this path.";

    record Json(int status, JsonObject body) implements Answer {}

    /** A picture that will carry in itself who it was streamed to, and under which entry. */
    record Picture(Jpeg jpeg, String reader, Accepted accepted) implements Answer {}

    /** A package of evidence, which carries its own proof. */
    record Evidence(ExportEvidence.Exported exported, Accepted accepted) implements Answer {}

    /** A text that lies ready, in a media type of its own. */
    record Document(String mediaType, String text) implements Answer {}

    /**
     * @param detail for the person or programmer who asked; never repeats what came
     * @param members beside those that every problem has
     * @param headers that go with this problem
     */
    record Refused(ProblemType type, String detail, JsonObject members, Map<String, String> headers) implements Answer {
        public Refused {
            headers = Map.copyOf(headers);
        }
    }

    static Answer ok(JsonObject body) {
        return new Json(200, body);
    }

    static Answer created(JsonObject body) {
        return new Json(201, body);
    }

    static Answer refused(ProblemType type, String detail) {
        return refused(type, detail, new JsonObject());
    }

    static Answer refused(ProblemType type, String detail, JsonObject members) {
        return new Refused(type, detail, members, Map.of());
    }

    static Answer notFound() {
        return refused(ProblemType.NOT_FOUND, NOTHING_HERE);
    }

    /** All problems with the request body at once. */
    static Answer invalid(List<Problem> problems) {
        return invalid(problems, new JsonObject());
    }

    private static Answer invalid(List<Problem> problems, JsonObject members) {
        var all = problems.stream()
                .map(problem -> new JsonObject()
                        .with("field", problem.field())
                        .with("code", problem.code())
                        .with("message", problem.message()))
                .toList();
        return refused(
                ProblemType.INVALID,
                "All problems with the request body are listed below.",
                members.with("problems", all));
    }

    /**
     * What a person's request comes to: done as the route says, or refused as every refusal is.
     *
     * @param done the answer, given what was asked for and its entry
     */
    static <T> Answer of(Result<T> result, BiFunction<T, Accepted, Answer> done) {
        return switch (result) {
            case Result.Done<T>(var value, var accepted) -> done.apply(value, accepted);
            case Result.Refused<T>(var refusal, var accepted) -> refused(refusal, accepted);
        };
    }

    /** A picture, to the person whom the result names. */
    static Answer picture(Result<StreamedPicture> result) {
        return of(result, (picture, accepted) -> new Picture(picture.jpeg(), picture.reader(), accepted));
    }

    private static Answer refused(Refusal refusal, Accepted accepted) {
        var members = new JsonObject();
        return switch (refusal) {
            case Refusal.Denied(var reasons) ->
                refused(
                        ProblemType.FORBIDDEN,
                        String.join(" ", reasons),
                        members.with("reasons", reasons).with(accepted));
            case Refusal.Invalid(var problems) -> invalid(problems, members.with(accepted));
            case Refusal.NotFound() -> refused(ProblemType.NOT_FOUND, NOTHING_HERE, members.with(accepted));
            case Refusal.Conflict(var detail, var state) ->
                refused(
                        ProblemType.CONFLICT,
                        detail,
                        (state == null ? members : members.with("state", state)).with(accepted));
            case Refusal.Unmet(var requirement) ->
                refused(ProblemType.of(requirement), requirement.detail(), members.with(accepted));
            case Refusal.TooMany(var what, var retryAfter) -> tooMany(what, retryAfter, members.with(accepted));
        };
    }

    /** Whole seconds, rounded up, so that asking again then does help. */
    private static Answer tooMany(String what, Duration retryAfter, JsonObject members) {
        var seconds = String.valueOf(retryAfter.toSeconds() + 1);
        return new Refused(ProblemType.TOO_MANY_REQUESTS, what, members, Map.of("Retry-After", seconds));
    }
}
