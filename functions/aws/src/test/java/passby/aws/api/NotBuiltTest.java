package passby.aws.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import passby.core.people.Role;
import passby.core.policy.Action;

/** What is deliberately not built (product.md, E8): no route, action, role or field has a name for it. */
final class NotBuiltTest {
    private static final List<String> WORDS = List.of(
            "convoy",
            "associat",
            "companion",
            "together",
            "patternoflife",
            "routine",
            "predict",
            "forecast",
            "risk",
            "similar",
            "likeness",
            "lookalike",
            "face",
            "occupant",
            "driver",
            "passenger",
            "heatmap",
            "network",
            "statewide",
            "nationwide");

    @Test
    void noRouteActionRoleOrFieldAnswersWhoTravelsWithWhomHowOneLivesOrWhatOneLooksLike() {
        var names = new ArrayList<String>();
        OpenApiContract.document().path("paths").properties().forEach(path -> {
            names.add(path.getKey());
            path.getValue()
                    .forEach(
                            operation -> names.add(operation.path("operationId").asText()));
        });
        fields(OpenApiContract.document(), names);
        Arrays.stream(Action.values()).map(Action::code).forEach(names::add);
        Arrays.stream(Role.values()).map(Role::code).forEach(names::add);

        assertThat(names).hasSizeGreaterThan(300);
        assertThat(names.stream().map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")))
                .noneMatch(name -> WORDS.stream().anyMatch(name::contains));
    }

    private static void fields(JsonNode node, List<String> names) {
        if (node.path("properties").isObject()) {
            node.path("properties").properties().forEach(field -> names.add(field.getKey()));
        }
        node.forEach(child -> fields(child, names));
    }
}
