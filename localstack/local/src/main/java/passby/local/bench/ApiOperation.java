package passby.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * An operation of the API's document, as somebody would call it who knows no id and sends an empty object.
 *
 * @param name method and path template
 * @param method upper case
 * @param path with an id that nothing has, in place of each parameter
 * @param caller {@code cameraToken}, {@code personToken}, or empty text for everybody
 * @param body whether it takes one
 */
record ApiOperation(String name, String method, String path, String caller, boolean body) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final String NOBODYS_ID = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

    /** All of the document that the city serves. */
    static List<ApiOperation> all() {
        try (var document = ApiOperation.class.getResourceAsStream("/passby/openapi.json")) {
            return of(
                    new ObjectMapper().readTree(Objects.requireNonNull(document, "the API's document is in the jar")));
        } catch (IOException e) {
            throw new UncheckedIOException("the API's document cannot be read", e);
        }
    }

    private static List<ApiOperation> of(JsonNode document) {
        var all = new ArrayList<ApiOperation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> all.add(of(path.getKey(), operation.getKey(), operation.getValue()))));
        return List.copyOf(all);
    }

    private static ApiOperation of(String template, String verb, JsonNode operation) {
        var method = verb.toUpperCase(Locale.ROOT);
        var names = operation.path("security").path(0).fieldNames();
        return new ApiOperation(
                method + " " + template,
                method,
                template.replaceAll("\\{[^}]+}", NOBODYS_ID),
                names.hasNext() ? names.next() : "",
                operation.has("requestBody"));
    }
}
