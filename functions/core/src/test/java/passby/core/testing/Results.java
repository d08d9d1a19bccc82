package passby.core.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import passby.core.form.Problem;
import passby.core.request.Refusal;
import passby.core.request.Result;

/** Takes results apart for assertions; a result of the other kind fails the test with what it is. */
public final class Results {
    private Results() {}

    public static <T> T value(Result<T> result) {
        return switch (result) {
            case Result.Done<T>(var value, var _) -> value;
            case Result.Refused<T>(var refusal, var _) -> throw new AssertionError("refused: " + refusal);
        };
    }

    public static Refusal refusal(Result<?> result) {
        if (result instanceof Result.Refused<?>(var refusal, var _)) {
            return refusal;
        }
        throw new AssertionError("not refused");
    }

    public static List<Problem> problems(Result<?> result) {
        if (refusal(result) instanceof Refusal.Invalid(var problems)) {
            return problems;
        }
        throw new AssertionError("not invalid: " + refusal(result));
    }

    /** The state that a conflict names. */
    public static @Nullable String state(Result<?> result) {
        if (refusal(result) instanceof Refusal.Conflict(var _, var state)) {
            return state;
        }
        throw new AssertionError("no conflict: " + refusal(result));
    }
}
