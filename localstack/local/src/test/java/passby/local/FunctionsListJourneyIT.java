package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import passby.aws.api.CallerKind;
import passby.aws.api.Functions;
import passby.aws.api.Route;
import passby.aws.http.ProblemType;

/** What the one list of functions promises, the running city has, and nothing else. */
@ExtendWith(SharedCity.class)
class FunctionsListJourneyIT {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    static List<Route> routes() {
        return Functions.ALL.stream()
                .flatMap(function -> function.routes().stream())
                .toList();
    }

    /** Every path of the list with its methods. */
    static Map<String, Set<String>> paths() {
        return routes().stream()
                .collect(Collectors.groupingBy(
                        Route::path, Collectors.mapping(Route::method, Collectors.toCollection(TreeSet::new))));
    }

    static List<Map.Entry<String, Set<String>>> eachPath() {
        return paths().entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyRouteAnswersAndAsksAnybodyWhoTheyAre(Route route, TestCity city) throws Exception {
        var answer = city.anybody().send(route.method(), filled(route.path()), "application/json", new byte[0]);

        if (route.caller() == CallerKind.PUBLIC) {
            // A made-up id is not found, which is an answer too.
            assertThat(answer.status()).isEqualTo(route.path().contains("{") ? 404 : 200);
        } else {
            answer.isRefused(ProblemType.UNAUTHENTICATED);
            assertThat(answer.header("www-authenticate")).startsWith("Bearer");
        }
    }

    @ParameterizedTest
    @MethodSource("eachPath")
    void anotherMethodIsToldWhichOnesThereAre(Map.Entry<String, Set<String>> path, TestCity city) throws Exception {
        for (var method : METHODS) {
            if (!path.getValue().contains(method)) {
                var answer = city.officer().send(method, filled(path.getKey()), "", new byte[0]);

                answer.isRefused(ProblemType.METHOD_NOT_ALLOWED);
                assertThat(answer.header("allow")).isEqualTo(String.join(", ", path.getValue()));
            }
        }
    }

    @Test
    void otherPathsAreNotFoundWhoeverAsks(TestCity city) throws Exception {
        for (var path : List.of("/", "/v1", "/v1/search", "/v1/searches/", "/v1/hits/a/b/c/d", "/v1/%2e%2e/health")) {
            city.anybody().get(path).isRefused(ProblemType.NOT_FOUND);
            city.officer().get(path).isRefused(ProblemType.NOT_FOUND);
        }
    }

    @Test
    void theDocumentThatIsServedTellsOfExactlyTheseRoutes(TestCity city) throws Exception {
        var document = city.anybody().get("/openapi.json").is(200);

        var told = document.path("paths").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        path -> path.getValue().properties().stream()
                                .map(operation -> operation.getKey().toUpperCase(Locale.ROOT))
                                .filter(METHODS::contains)
                                .collect(Collectors.toCollection(TreeSet::new))));
        assertThat(told).isEqualTo(paths());
        assertThat(document.path("openapi").asText()).startsWith("3.1");
    }

    private static String filled(String path) {
        return path.replaceAll("\\{[^}]+}", "some-id");
    }
}
