package passby.core.form;

import java.util.List;

/**
 * A request after its check.
 *
 * @param <T> what it is when nothing is wrong with it
 */
public sealed interface Checked<T> {
    record Valid<T>(T value) implements Checked<T> {}

    /** @param problems at least one */
    record Invalid<T>(List<Problem> problems) implements Checked<T> {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
