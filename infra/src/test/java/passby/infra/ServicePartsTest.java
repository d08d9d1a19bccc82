package passby.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Functions;
import passby.aws.api.Route;
import passby.aws.api.Trigger;
import passby.infra.testing.SynthesizedStack;
import passby.infra.testing.Templates;

final class ServicePartsTest {
    /** CloudFormation takes 500 resources in a template; the rest is room for one more capability. */
    private static final int ROOM = 400;

    private static final int MORE = Functions.ALL.size() + 4;

    @Test
    void aFewMoreFunctionsWithTheirAlarmsFindTheirPlaces() {
        var deployment = Templates.deployment("passby", false, Optional.empty());
        var grown = Templates.of(deployment, grown());

        assertThat(grown.service().ofType("AWS::Lambda::Function")).hasSize(MORE + 1);
        assertThat(templates(grown))
                .allSatisfy(template -> assertThat(
                                template.template().path("Resources").size())
                        .as(template.template().path("Description").asText())
                        .isLessThan(ROOM));
    }

    @Test
    void theApiTheBackgroundAndTheMonitoringArePartsOfOneStack() {
        assertThat(Templates.aws().whole().ofType("AWS::CloudFormation::Stack")).hasSize(4);
        assertThat(Templates.aws().parts())
                .extracting(part -> part.template().path("Description").asText())
                .containsExactlyInAnyOrder(
                        "Part of Passby: the gateway, its firewall, and the functions that people and cameras call.",
                        "Part of Passby: the functions behind queues and clocks, and the recogniser.",
                        "Part of Passby: alarms and the dashboard.",
                        "Part of Passby: how new versions are let in, and what takes them back.");
    }

    /** So each part can change without another, and none waits for one that waits for it. */
    @Test
    void noPartTakesAnythingFromAnother() {
        assertThat(Templates.aws().whole().properties("AWS::CloudFormation::Stack"))
                .noneMatch(part -> part.path("Parameters").toString().contains("Outputs."));
    }

    @Test
    void allThatOneTemplateHoldsOfOurFunctionsIsFarBelowWhatItMay() {
        assertThat(templates(Templates.aws()))
                .allMatch(template -> template.template().path("Resources").size() < ROOM);
    }

    private static List<SynthesizedStack> templates(Templates templates) {
        return Stream.concat(Stream.of(templates.whole(), templates.data()), templates.parts().stream())
                .toList();
    }

    /** Ours, and copies of them under other names and paths. */
    private static List<FunctionSpec> grown() {
        var specs = new ArrayList<>(Functions.ALL);
        var copied = Functions.ALL.stream()
                .filter(spec -> switch (spec.trigger()) {
                    case Trigger.Api _, Trigger.EveryMinute _, Trigger.EveryHour _, Trigger.EveryDay _ -> true;
                    case Trigger.Queue _, Trigger.Deployment _, Trigger.SignIn _, Trigger.ByHand _ -> false;
                })
                .toList();
        IntStream.range(0, MORE - specs.size())
                .forEach(index -> specs.add(copy(copied.get(index % copied.size()), index)));
        return specs;
    }

    private static FunctionSpec copy(FunctionSpec spec, int index) {
        var trigger =
                switch (spec.trigger()) {
                    case Trigger.Api(var routes) ->
                        new Trigger.Api(routes.stream()
                                .map(route -> new Route(
                                        route.method(),
                                        "/v1/copy-" + index + route.path(),
                                        route.operationId() + index,
                                        route.caller(),
                                        route.roles(),
                                        route.body(),
                                        route.writes()))
                                .toList());
                    case Trigger.Queue _,
                            Trigger.EveryMinute _,
                            Trigger.EveryHour _,
                            Trigger.EveryDay _,
                            Trigger.Deployment _,
                            Trigger.SignIn _,
                            Trigger.ByHand _ -> spec.trigger();
                };
        return new FunctionSpec(spec.name() + index, trigger, spec.writes(), spec.size(), spec.permissions());
    }
}
