package passby.infra.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passby.infra.testing.SynthesizedStack;
import passby.infra.testing.Templates;
import passby.infra.testing.Values;

final class DeploymentOrderTest {
    private final SynthesizedStack service = Templates.aws().whole();
    private final String check = only("Custom::CheckParameters");
    private final String request = only("Custom::RequestPolicy");

    @Test
    void nothingButTheCheckItselfIsMadeBeforeIt() {
        var before = needed(check);

        var others = service.resources()
                .filter(resource -> !before.contains(resource.getKey())
                        && !resource.getKey().equals(check))
                .toList();

        assertThat(before).allMatch(id -> id.startsWith("CheckParameters"));
        assertThat(others)
                .isNotEmpty()
                .allSatisfy(
                        resource -> assertThat(Values.each(resource.getValue().path("DependsOn")))
                                .as(resource.getKey())
                                .contains(check));
    }

    @Test
    void theRequestWaitsForEverythingThatIsAlwaysThere() {
        var unconditional = service.resources()
                .filter(resource -> !resource.getValue().has("Condition"))
                .map(Map.Entry::getKey)
                .filter(id -> !id.equals(request))
                .collect(Collectors.toSet());

        assertThat(needed(request)).isEqualTo(unconditional);
    }

    @Test
    void nothingWaitsForTheRequest() {
        assertThat(service.resources()
                        .filter(resource -> !resource.getKey().equals(request))
                        .map(resource -> resource.getValue().toString()))
                .noneMatch(resource -> resource.contains("\"" + request + "\""));
    }

    @Test
    void aCustomResourceThatNeverAnswersIsGivenUpSoon() {
        assertThat(Stream.of("CheckParameters", "MakeCityKey", "RequestPolicy")
                        .flatMap(type -> service.properties("Custom::" + type)))
                .hasSize(3)
                .allMatch(resource -> resource.path("ServiceTimeout").asInt() == 120);
    }

    @Test
    void theCityKeyIsMadeOnceAndNeverAgainByAChangeOfParameters() {
        var properties = service.properties("Custom::MakeCityKey").findFirst().orElseThrow();

        assertThat(properties.size()).isEqualTo(2);
    }

    private String only(String type) {
        return service.ofType(type).keySet().iterator().next();
    }

    /** Everything that CloudFormation makes before a resource. */
    private Set<String> needed(String resource) {
        var found = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(resource));
        while (!open.isEmpty()) {
            for (var id : direct(service.resource(open.remove()))) {
                if (found.add(id)) {
                    open.add(id);
                }
            }
        }
        return found;
    }

    private List<String> direct(JsonNode resource) {
        var references = resource.path("Properties").findValues("Ref").stream().map(JsonNode::asText);
        var attributes = resource.path("Properties").findValues("Fn::GetAtt").stream()
                .map(attribute -> attribute.get(0).asText());
        var waits = resource.has("DependsOn") ? Values.each(resource.path("DependsOn")).stream() : Stream.<String>of();
        return Stream.of(references, attributes, waits)
                .flatMap(ids -> ids)
                .filter(id -> !service.resource(id).isMissingNode())
                .toList();
    }
}
