package passby.aws.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventJsonTest {
    @Test
    void aNullIsAsIfItWereNotThereButKeepsItsPlaceInAList() {
        var read = EventJson.object("{\"a\":null,\"b\":[null,1],\"c\":{\"d\":true}}".getBytes(UTF_8));

        assertThat(read).contains(Map.of("b", List.of(Map.of(), BigDecimal.ONE), "c", Map.of("d", true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "1", "{", "{}{}", "{\"a\"}", "{\"a\":tru}", "{}x"})
    void whatIsNotOneObjectIsNone(String json) {
        assertThat(EventJson.object(json.getBytes(UTF_8))).isEmpty();
    }
}
