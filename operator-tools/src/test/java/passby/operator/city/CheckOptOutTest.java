package passby.operator.city;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckOptOutTest {
    @Test
    void anOptOutOfAllServicesOrOfRekognitionIsInForce() {
        assertThat(CheckOptOut.isInForce("{\"services\":{\"default\":{\"opt_out_policy\":\"optOut\"}}}"))
                .isTrue();
        assertThat(
                        CheckOptOut.isInForce(
                                "{\"services\":{\"default\":{\"opt_out_policy\":\"optIn\"},\"rekognition\":{\"opt_out_policy\":\"optOut\"}}}"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"services\":{\"default\":{\"opt_out_policy\":\"optOut\"},\"rekognition\":{\"opt_out_policy\":\"optIn\"}}}",
                "{\"services\":{\"lex\":{\"opt_out_policy\":\"optOut\"}}}",
                "{}",
                "",
                "optOut",
                "{\"services\":"
            })
    void anythingElseIsNot(String policy) {
        assertThat(CheckOptOut.isInForce(policy)).isFalse();
    }
}
