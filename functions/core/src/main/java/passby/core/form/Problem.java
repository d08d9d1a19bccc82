package passby.core.form;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that is wrong with a request.
 *
 * @param field its path, such as {@code uploads[3].sha256}
 * @param code stable, for programs: {@code missing}, {@code unknown}, {@code malformed}, {@code out-of-range}
 * @param message what was expected, for people; never what came
 */
public record Problem(String field, String code, String message) {
    private static final int MAX_IN_SUMMARY = 20;

    /** Fields and codes alone, for the ledger: what came is never repeated. */
    public static String summary(List<Problem> problems) {
        return problems.stream()
                .limit(MAX_IN_SUMMARY)
                .map(problem -> problem.field() + " " + problem.code())
                .collect(Collectors.joining(", "));
    }
}
