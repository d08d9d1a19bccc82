package passby.aws.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterators;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Holds answers against the OpenAPI document: status, media type and every field must be what it promises. */
public final class OpenApiContract {
    private static final String IRI = "https://passby.example/openapi.json";
    private static final Pattern PARAMETER = Pattern.compile("\\{[^/]+}");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNode DOCUMENT = parse(OpenApi.document());
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            factory -> factory.schemaLoaders(loaders -> loaders.schemas(Map.of(IRI, OpenApi.document()))));

    private OpenApiContract() {}

    /** Fails unless the document promises such an answer. */
    public static void check(String method, String path, int status, String contentType, String body) {
        var operation = operation(method, path);
        if (operation.isEmpty()) {
            assertThat(status)
                    .as("an answer to what the document does not have")
                    .isIn(404, 405);
            validate("/components/schemas/Problem", body);
            return;
        }
        var response = resolved(operation.get() + "/responses/" + status);
        assertThat(DOCUMENT.at(response).isObject())
                .as("%s %s may answer %d", method, path, status)
                .isTrue();
        var media = response + "/content/" + escaped(contentType);
        assertThat(DOCUMENT.at(media).isObject())
                .as("%s %s answers %d as %s", method, path, status, contentType)
                .isTrue();
        if (contentType.endsWith("json")) {
            validate(media + "/schema", body);
        }
    }

    /** Fails unless the JSON text is what the schema at that pointer asks for. */
    public static void validate(String pointer, String json) {
        var problems = schema(pointer).validate(parse(json));
        assertThat(problems).as("%s", json).isEmpty();
    }

    public static JsonNode document() {
        return DOCUMENT;
    }

    /** Whether the path is one of the template's. */
    public static boolean fits(String template, String path) {
        return Pattern.matches(PARAMETER.matcher(template).replaceAll("[^/]+"), path);
    }

    /** The pointer itself, or where its reference leads. */
    public static String resolved(String pointer) {
        var reference = DOCUMENT.at(pointer).path("$ref").asText();
        return reference.isEmpty() ? pointer : reference.substring(1);
    }

    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static Optional<String> operation(String method, String path) {
        var templates = DOCUMENT.path("paths").fieldNames();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(templates, 0), false)
                .filter(template -> fits(template, path))
                .map(template -> "/paths/" + escaped(template) + "/" + method.toLowerCase(Locale.ROOT))
                .filter(pointer -> DOCUMENT.at(pointer).isObject())
                .findFirst();
    }

    private static JsonSchema schema(String pointer) {
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        var reference = MAPPER.createObjectNode().put("$ref", IRI + "#" + uri(pointer));
        return FACTORY.getSchema(reference, config);
    }

    private static String uri(String pointer) {
        return pointer.replace("{", "%7B").replace("}", "%7D");
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON", e);
        }
    }
}
