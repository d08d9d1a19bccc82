package passby.aws.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeploymentEventTest {
    private static final String URL =
            "https://cloudformation-custom-resource-response-useast1.s3.amazonaws.com/a?Signature=b";

    private static DeploymentEvent parse(String json) {
        return DeploymentEvent.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String good() {
        return DeploymentEvents.json("Update", "request-1", URL, Map.of("City", "springfield"));
    }

    @Test
    void anEventIsReadAndWhatNobodyKnowsIsLetBe() {
        var event = parse(good());

        assertThat(event.kind()).isEqualTo(DeploymentEvent.Kind.UPDATE);
        assertThat(event.responseUrl()).hasToString(URL);
        assertThat(event.requestId()).isEqualTo("request-1");
        assertThat(event.properties()).containsEntry("City", "springfield");
    }

    @Test
    void theIdOfAResourceNeverChanges() {
        var created = parse(DeploymentEvents.json("Create", "request-1", URL, Map.of()));
        var other = parse(good().replace("passby-Policy", "an id of long ago"));

        assertThat(created.stableId()).isEqualTo("passby-Policy");
        assertThat(other.stableId()).isEqualTo("an id of long ago");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RequestType", "ResponseURL", "StackId", "RequestId", "LogicalResourceId"})
    void withoutWhatAnAnswerNeedsThereIsNoEvent(String name) {
        assertThatThrownBy(() -> parse(good().replace("\"" + name + "\"", "\"Other\"")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("it has no " + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.0.2.7/answer",
                "ftp://127.0.0.1/answer",
                "file:///etc/passwd",
                "/relative",
                "https:opaque"
            })
    void anAnswerGoesNowhereButToHttpsOrThisMachine(String url) {
        assertThatThrownBy(() -> parse(good().replace(URL, url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:4566/answer?a=b", "http://localhost:4566/answer", "http://[::1]:4566/a"})
    void onThisMachineItMayGoInTheClear(String url) {
        assertThat(parse(good().replace(URL, url)).responseUrl()).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{\"RequestType\":\"Create\"", "{\"a\":1}{\"b\":2}"})
    void whatIsNoObjectIsNoEvent(String json) {
        assertThatThrownBy(() -> parse(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUnknownKindIsNotGuessedAt() {
        assertThatThrownBy(() -> parse(good().replace("\"Update\"", "\"Replace\"")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theUrlOfTheAnswerIsPrintedNowhere() {
        assertThat(parse(good()).toString()).doesNotContain("Signature", "amazonaws");
    }
}
