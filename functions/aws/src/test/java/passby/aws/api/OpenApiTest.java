package passby.aws.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import passby.aws.http.ProblemType;
import passby.core.governance.PolicyDecision;
import passby.core.governance.PolicyRequest;
import passby.core.hit.Alert;
import passby.core.hit.HitState;
import passby.core.hit.RejectionReason;
import passby.core.hotlist.Category;
import passby.core.hotlist.MatchType;
import passby.core.policy.Parameter;
import passby.core.purge.RowKind;
import passby.core.search.LegalBasis;
import passby.core.search.Offence;
import passby.core.search.Purposes;

final class OpenApiTest {
    @Test
    void latenessIsAnsweredForEveryKindOfRows() {
        var late = OpenApiContract.document()
                .at("/paths/~1v1~1health~1retention/get/responses/200/content/application~1json/schema/allOf/0")
                .at("/properties/purge/oneOf/0/properties/lateSeconds/properties");

        assertThat(late.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        Arrays.stream(RowKind.values()).map(RowKind::code).toArray(String[]::new));
    }

    @Test
    void everyExampleIsWhatItsSchemaAsksFor() {
        var examples = new ArrayList<String>();

        collect("", OpenApiContract.document(), examples);

        assertThat(examples).hasSizeGreaterThan(30);
        for (var pointer : examples) {
            OpenApiContract.validate(
                    pointer + "/schema",
                    OpenApiContract.document().at(pointer + "/example").toString());
        }
    }

    @Test
    void everyJsonAnswerAndBodyHasAnExample() {
        var media = new ArrayList<String>();

        collectMedia("", OpenApiContract.document(), media);

        assertThat(media)
                .isNotEmpty()
                .allMatch(pointer -> OpenApiContract.document().at(pointer).has("example"));
    }

    @Test
    void aPurposeIsAskedForExactlyWhereThePurposeGateSays() {
        var asked = new ArrayList<String>();
        for (var path : OpenApiContract.document().path("paths")) {
            for (var operation : path) {
                var body = operation.at("/requestBody/content/application~1json/schema");
                if (resolved(body).path("properties").has("purpose")) {
                    asked.add(operation.path("operationId").asText().toLowerCase(Locale.ROOT));
                }
            }
        }

        assertThat(asked)
                .containsExactlyInAnyOrderElementsOf(Purposes.ASKED_AT.stream()
                        .map(action -> action.code().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? OpenApiContract.document().at(schema.path("$ref").asText().substring(1))
                : schema;
    }

    @Test
    void closedListsAreThoseOfTheDomain() {
        assertThat(words("Problem/properties/type"))
                .containsExactlyElementsOf(Arrays.stream(ProblemType.values())
                        .map(ProblemType::uri)
                        .toList());
        assertThat(words("PolicyRequest/properties/state"))
                .containsExactlyElementsOf(Arrays.stream(PolicyRequest.State.values())
                        .map(PolicyRequest.State::code)
                        .toList());
        assertThat(words("NewDecision/properties/decision"))
                .containsExactlyElementsOf(Arrays.stream(PolicyDecision.Verdict.values())
                        .map(PolicyDecision.Verdict::code)
                        .toList());
        assertThat(words("PolicyRequest/properties/changes/items/properties/parameter"))
                .containsExactlyElementsOf(Arrays.stream(Parameter.values())
                        .filter(parameter -> parameter != Parameter.CITY && !parameter.mayBeEmpty())
                        .map(Parameter::code)
                        .toList());
        assertThat(words("Category"))
                .containsExactlyElementsOf(
                        Arrays.stream(Category.values()).map(Category::code).toList());
        assertThat(words("MatchType"))
                .containsExactlyElementsOf(
                        Arrays.stream(MatchType.values()).map(MatchType::code).toList());
        assertThat(words("Hit/properties/state"))
                .containsExactlyElementsOf(
                        Arrays.stream(HitState.values()).map(HitState::code).toList());
        assertThat(words("HitStep/properties/reason"))
                .containsExactlyElementsOf(Arrays.stream(RejectionReason.values())
                        .map(RejectionReason::code)
                        .toList());
        assertThat(words("Purpose/properties/offenceCode"))
                .containsExactlyElementsOf(
                        Arrays.stream(Offence.values()).map(Offence::code).toList());
        assertThat(words("Purpose/properties/legalBasis"))
                .containsExactlyElementsOf(
                        Arrays.stream(LegalBasis.values()).map(LegalBasis::code).toList());
    }

    @Test
    void everyHitCarriesTheFixedText() {
        var text = OpenApiContract.document().at("/components/schemas/Hit/properties/text/const");

        assertThat(text.asText()).isEqualTo(Alert.TEXT);
    }

    @Test
    void anAnswerWithAFieldTooManyIsNoAnswerOfOurs() {
        assertThatThrownBy(() -> OpenApiContract.check(
                        "GET",
                        "/v1/health",
                        200,
                        "application/json",
                        "{\"status\":\"up\",\"alerts\":\"REACHED\",\"plateKey\":\"k1.a\"}"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> OpenApiContract.check(
                        "GET", "/v1/cameras", 200, "application/json", "{\"cameras\":[],\"leafHash\":\"0\"}"))
                .isInstanceOf(AssertionError.class);
    }

    private static List<String> words(String schema) {
        var words = OpenApiContract.document().at("/components/schemas/" + schema + "/enum");
        return StreamSupport.stream(words.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Pointers of everything that has both a schema and an example. */
    private static void collect(String pointer, JsonNode node, List<String> found) {
        if (node.has("schema") && node.has("example")) {
            found.add(pointer);
        }
        node.properties()
                .forEach(member ->
                        collect(pointer + "/" + OpenApiContract.escaped(member.getKey()), member.getValue(), found));
    }

    private static void collectMedia(String pointer, JsonNode node, List<String> found) {
        node.properties().forEach(member -> {
            var inside = pointer + "/" + OpenApiContract.escaped(member.getKey());
            if (member.getKey().endsWith("json") && member.getValue().has("schema")) {
                found.add(inside);
            }
            collectMedia(inside, member.getValue(), found);
        });
    }
}
