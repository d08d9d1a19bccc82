package passby.infra.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passby.aws.api.CallerKind;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Functions;
import passby.aws.api.PublicFunctions;
import passby.aws.api.Route;
import passby.aws.api.Trigger;
import passby.aws.api.Writes;
import passby.infra.testing.Templates;
import passby.infra.testing.Values;

/** A function that is added to the list stands in the template, with its trigger; nothing else names it. */
final class AddedFunctionTest {
    private static final FunctionSpec ROUTE = madeUp(
            "MadeUpRoute",
            new Trigger.Api(List.of(
                    new Route("GET", "/v1/made-up", "madeUp", CallerKind.PUBLIC, Set.of(), false, Writes.COUNTED))));
    private static final FunctionSpec DAY = madeUp("MadeUpDay", new Trigger.EveryDay());

    private static FunctionSpec madeUp(String name, Trigger trigger) {
        return new FunctionSpec(
                name,
                trigger,
                Writes.NONE,
                PublicFunctions.PUBLIC_FILES.size(),
                PublicFunctions.PUBLIC_FILES.permissions());
    }

    @Test
    void itIsAFunctionWithARoleALogAndItsTrigger() {
        var templates = synthesized(ROUTE, DAY);
        var service = templates.service();

        for (var spec : List.of(ROUTE, DAY)) {
            var function = service.properties("AWS::Lambda::Function", "FunctionName", "passby-" + spec.name());
            assertThat(function.path("Environment")
                            .path("Variables")
                            .path("PASSBY_FUNCTION")
                            .asText())
                    .isEqualTo(spec.name());
            assertThat(service.properties("AWS::IAM::Role").map(role -> Values.text(role.path("RoleName"))))
                    .anyMatch(name -> name.contains(spec.name()));
            assertThat(templates
                            .data()
                            .properties("AWS::Logs::LogGroup")
                            .map(log -> log.path("LogGroupName").asText()))
                    .contains("/aws/lambda/passby-" + spec.name());
        }
        assertThat(service.properties("AWS::ApiGateway::Method")
                        .map(method -> method.path("OperationName").asText()))
                .contains("madeUp");
        assertThat(service.properties("AWS::Events::Rule")
                        .filter(rule -> rule.path("ScheduleExpression").asText().equals("rate(1 day)"))
                        .map(rule -> rule.path("Targets").toString()))
                .anyMatch(targets -> targets.contains("MadeUpDay"));
    }

    private static Templates synthesized(FunctionSpec... added) {
        var list = Stream.concat(Functions.ALL.stream(), Stream.of(added)).toList();
        return Templates.of(Templates.deployment("passby", false, Optional.empty()), list);
    }
}
