package passby.core.request;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import passby.core.form.Problem;

/** Why a request was refused. A refusal never repeats what was sent. */
public sealed interface Refusal {
    /** The refusal as its entry commits to it, at most a summary. */
    String reason();

    /** @param reasons sentences of the access policies that refused */
    record Denied(List<String> reasons) implements Refusal {
        public Denied {
            reasons = List.copyOf(reasons);
        }

        @Override
        public String reason() {
            return String.join("; ", reasons);
        }
    }

    /** @param problems everything that is wrong with the body, at least one */
    record Invalid(List<Problem> problems) implements Refusal {
        public Invalid {
            problems = List.copyOf(problems);
        }

        @Override
        public String reason() {
            return Problem.summary(problems);
        }
    }

    /** The resource does not exist, or its retention is over. */
    record NotFound() implements Refusal {
        @Override
        public String reason() {
            return "not-found";
        }
    }

    /**
     * The resource is not in the required state.
     *
     * @param detail why, a sentence for the person who asked
     * @param state its state, in the words of the API, or null when it has none
     */
    record Conflict(String detail, @Nullable String state) implements Refusal {
        public Conflict(String detail) {
            this(detail, null);
        }

        @Override
        public String reason() {
            return "conflict";
        }
    }

    /** @param requirement what must be done first, or by somebody else */
    record Unmet(Requirement requirement) implements Refusal {
        @Override
        public String reason() {
            return requirement.code();
        }
    }

    /**
     * The limit of an hour or a minute is reached.
     *
     * @param what the limit, a sentence
     * @param retryAfter after which asking again helps
     */
    record TooMany(String what, Duration retryAfter) implements Refusal {
        @Override
        public String reason() {
            return what;
        }
    }
}
