package passby.infra.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.policy.Parameter;
import passby.core.policy.StateProfile;
import passby.core.retention.HitRetention;
import passby.core.retention.NonHitRetention;
import passby.infra.store.StoredTables;
import passby.infra.testing.SynthesizedStack;
import passby.infra.testing.Templates;
import passby.infra.testing.Values;

final class ParametersTest {
    private final SynthesizedStack service = Templates.aws().service();

    @Test
    void allParametersAreInTheServiceStackAndNoOther() {
        var names = service.template().path("Parameters").properties().stream().map(Map.Entry::getKey);

        assertThat(names)
                .containsExactlyElementsOf(
                        Parameter.ofStack().stream().map(Parameter::code).toList());
        assertThat(Templates.aws().data().template().path("Parameters").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly(StoredTables.PROTECTED);
        assertThat(Templates.aws().identity().template().path("Parameters").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("AppUrl");
    }

    @ParameterizedTest
    @EnumSource(
            value = Parameter.class,
            names = {"CAPTURE", "EXCLUDED_ZONES"},
            mode = EnumSource.Mode.EXCLUDE)
    void eachSaysWhatItSetsAndIsBound(Parameter parameter) {
        var declared = declared(parameter);

        assertThat(declared.path("Description").asText()).isEqualTo(parameter.sentence());
        assertThat(declared.path("ConstraintDescription").asText()).isNotEmpty();
        assertThat(declared.has("AllowedPattern") || declared.has("AllowedValues"))
                .isTrue();
        assertThat(declared.has("Default")).isEqualTo(!parameter.preset().isEmpty() || parameter.mayBeEmpty());
        assertThat(declared.path("Default").asText()).isEqualTo(parameter.preset());
        assertThat(accepts(parameter, parameter.preset()))
                .isEqualTo(!parameter.preset().isEmpty() || parameter.mayBeEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "NON_HIT_RETENTION, 0",
        "NON_HIT_RETENTION, -1",
        "NON_HIT_RETENTION, 7",
        "NON_HIT_RETENTION, forever",
        "NON_HIT_RETENTION, 365d",
        "HIT_RETENTION, 0d",
        "IMAGE_RETENTION, -1d",
        "STATE_PROFILE, TX",
        "STATE_PROFILE, nh",
        "AGENCY_ORI, XX000000",
        "AGENCY_ORI, xx0000000",
        "AGENCY_ORI, XX00000000",
        "CITY, spring\"field",
        "CITY, Springfield",
        "CITY, -springfield",
        "AGENCY, Police <script>",
        "AGENCY, \"\"\"Police\"\"\"",
        "RECOGNIZER_ORDER, rekognition-only",
        "ALERT_EMAIL, nobody",
        "CAMERA_UPLOAD_RATE, 0",
        "CAMERA_UPLOAD_RATE, 6000",
        "OUTSIDE_LISTS, all",
        "LIST_FILE_CODES, VZ",
        "LIST_FILE_CODES, v",
        "ESCALATE_AFTER, -1",
        "ESCALATE_AFTER, 3",
        "SAMPLE_SHARE, 0",
        "MISREAD_LIMIT, 50",
        "RATE_FLOOR, 1",
        "WARRANT_AFTER, 48"
    })
    void whatIsWrongIsRefusedBeforeAnythingIsTouched(Parameter parameter, String value) {
        assertThat(accepts(parameter, value)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "CITY, springfield",
        "AGENCY, Saint-Rémy Police (1st Precinct)",
        "AGENCY_ORI, XX0123400",
        "STATE_PROFILE, NH",
        "NON_HIT_RETENTION, flush",
        "ALERT_EMAIL, on-call@city.example",
        "CAMERA_UPLOAD_RATE, 600",
        "OUTSIDE_LISTS, refused",
        "LIST_FILE_CODES, NV",
        "ESCALATE_AFTER, 0",
        "SAMPLE_SHARE, 50",
        "MISREAD_LIMIT, 3",
        "RATE_FLOOR, 100",
        "WARRANT_AFTER, 72"
    })
    void whatIsRightIsTaken(Parameter parameter, String value) {
        assertThat(accepts(parameter, value)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(StateProfile.class)
    void aRuleForEachProfileListsWhatItsLawLeaves(StateProfile profile) {
        var rule = service.template().path("Rules").path("Ceiling" + profile.code());

        var condition = rule.path("RuleCondition").path("Fn::Equals");
        var assertion = rule.path("Assertions").get(0);
        var contains = assertion.path("Assert").path("Fn::Contains");

        assertThat(condition.get(0).path("Ref").asText()).isEqualTo("StateProfile");
        assertThat(condition.get(1).asText()).isEqualTo(profile.code());
        assertThat(contains.get(1).path("Ref").asText()).isEqualTo("NonHitRetention");
        assertThat(Values.each(contains.get(0)))
                .isEqualTo(profile.allowed().stream().map(NonHitRetention::code).toList());
        assertThat(assertion.path("AssertDescription").asText())
                .contains(profile.law(), profile.ceiling().code());
        var ofHits = rule.path("Assertions").get(1);
        assertThat(ofHits.path("Assert").path("Fn::Contains").get(1).path("Ref").asText())
                .isEqualTo("HitRetention");
        assertThat(Values.each(ofHits.path("Assert").path("Fn::Contains").get(0)))
                .isEqualTo(profile.allowedForHits().stream()
                        .map(HitRetention::code)
                        .toList());
        assertThat(ofHits.path("AssertDescription").asText())
                .contains(profile.hitLaw(), profile.hitCeiling().code());
    }

    @Test
    void newHampshireMayOnlyFlush() {
        var rule = service.template()
                .path("Rules")
                .path("CeilingNH")
                .path("Assertions")
                .get(0);

        assertThat(Values.each(rule.path("Assert").path("Fn::Contains").get(0))).containsExactly("flush");
    }

    @Test
    void theRulesAreOnePerProfileAndNoneAsksForCdksBootstrap() {
        for (var stack : Templates.aws().all()) {
            assertThat(stack.template().path("Rules").has("CheckBootstrapVersion"))
                    .isFalse();
        }
        assertThat(service.template().path("Rules").size()).isEqualTo(StateProfile.values().length);
    }

    @Test
    void theConsolesFormHasEveryParameterOnceWithALabel() {
        var form = service.template().path("Metadata").path("AWS::CloudFormation::Interface");

        var grouped = Values.list(form.path("ParameterGroups")).stream()
                .flatMap(group -> Values.each(group.path("Parameters")).stream())
                .toList();

        assertThat(grouped)
                .containsExactlyInAnyOrderElementsOf(
                        Parameter.ofStack().stream().map(Parameter::code).toList());
        assertThat(form.path("ParameterLabels")
                        .path("NonHitRetention")
                        .path("default")
                        .asText())
                .isEqualTo("Non hit retention");
        assertThat(form.path("ParameterLabels").size())
                .isEqualTo(Parameter.ofStack().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CheckParameters", "RequestPolicy"})
    void bothCustomResourcesGetEveryParameterAndTheHashOfThePolicies(String type) {
        var properties = service.properties("Custom::" + type).findFirst().orElseThrow();

        for (var parameter : Parameter.ofStack()) {
            assertThat(properties.path(parameter.code()).path("Ref").asText()).isEqualTo(parameter.code());
        }
        assertThat(properties.path("PolicyHash").asText())
                .matches("[0-9a-f]{64}")
                .isEqualTo(service.template()
                        .path("Outputs")
                        .path("PolicyHash")
                        .path("Value")
                        .asText());
        assertThat(properties.size())
                .isEqualTo(Parameter.ofStack().size()
                        + List.of("ServiceToken", "ServiceTimeout", "PolicyHash")
                                .size());
    }

    private JsonNode declared(Parameter parameter) {
        return service.template().path("Parameters").path(parameter.code());
    }

    private boolean accepts(Parameter parameter, String value) {
        var declared = declared(parameter);
        return declared.has("AllowedValues")
                ? Values.each(declared.path("AllowedValues")).contains(value)
                : Pattern.matches(declared.path("AllowedPattern").asText(), value);
    }
}
