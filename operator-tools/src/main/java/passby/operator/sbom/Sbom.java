package passby.operator.sbom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A bill of materials in CycloneDX's JSON (cyclonedx.org, specification 1.6), as far as licences need it.
 *
 * @param components without the module itself
 */
record Sbom(List<Component> components) {
    Sbom {
        components = List.copyOf(components);
    }

    /** @throws IllegalArgumentException when the file is something else */
    static Sbom read(Path file) throws IOException {
        var document = new ObjectMapper().readTree(file.toFile());
        if (!document.path("bomFormat").asText().equals("CycloneDX")) {
            throw new IllegalArgumentException("no CycloneDX: " + file.getFileName());
        }
        var components = new ArrayList<Component>();
        document.path("components").forEach(component -> components.add(component(component)));
        return new Sbom(components);
    }

    List<Component> ofOthers() {
        return components.stream().filter(component -> !component.isOurs()).toList();
    }

    private static Component component(JsonNode component) {
        return new Component(
                component.path("group").asText(),
                component.path("name").asText(),
                component.path("version").asText(),
                licences(component.path("licenses")),
                sha256(component.path("hashes")));
    }

    private static List<String> licences(JsonNode licences) {
        var names = new ArrayList<String>();
        for (var licence : licences) {
            var one = licence.path("license");
            names.add(
                    licence.has("expression")
                            ? licence.path("expression").asText()
                            : one.has("id")
                                    ? one.path("id").asText()
                                    : one.path("name").asText());
        }
        return names;
    }

    private static String sha256(JsonNode hashes) {
        for (var hash : hashes) {
            if (hash.path("alg").asText().equals("SHA-256")) {
                return hash.path("content").asText();
            }
        }
        return "";
    }
}
