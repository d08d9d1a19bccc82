package passby.aws.http;

import java.util.List;
import java.util.Map;
import passby.aws.json.JsonObject;
import passby.core.form.Problem;
import passby.core.ledger.Accepted;
import passby.core.picture.Jpeg;
import passby.core.policy.Authorizer;

/** What a route answers, before it becomes a response. */
public sealed interface Answer {
    record Json(int status, JsonObject body) implements Answer {}

    /** A picture that will carry in itself who it was streamed to, and under which entry. */
    record Picture(Jpeg jpeg, String reader, Accepted accepted) implements Answer {}

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
        return refused(ProblemType.NOT_FOUND, "Nothing is known here under this path.");
    }

    /** The same where who asked is known: the refusal itself is in the ledger. */
    static Answer notFound(Accepted accepted) {
        return refused(
                ProblemType.NOT_FOUND, "Nothing is known here under this path.", new JsonObject().with(accepted));
    }

    static Answer conflict(String detail, Accepted accepted) {
        return refused(ProblemType.CONFLICT, detail, new JsonObject().with(accepted));
    }

    /** Everything that is wrong with the body, told at once. */
    static Answer invalid(List<Problem> problems) {
        return invalid(problems, new JsonObject());
    }

    /** The same where the refusal itself is in the ledger. */
    static Answer invalid(List<Problem> problems, Accepted accepted) {
        return invalid(problems, new JsonObject().with(accepted));
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
                "Everything that is wrong with the body is told below.",
                members.with("problems", all));
    }

    /** The access policies' own sentences, and the entry that tells of the refusal. */
    static Answer denied(Authorizer.Authorization.Denied denied) {
        return refused(
                ProblemType.FORBIDDEN,
                String.join(" ", denied.reasons()),
                new JsonObject().with("reasons", denied.reasons()).with(denied.entry()));
    }
}
