package passby.aws.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The document that describes every route to clients: OpenAPI 3.1, a resource of this jar. */
public final class OpenApi {
    static final String RESOURCE = "/passby/openapi.json";

    private OpenApi() {}

    public static String document() {
        try (var resource = Objects.requireNonNull(OpenApi.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
