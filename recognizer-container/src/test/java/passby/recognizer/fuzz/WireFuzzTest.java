package passby.recognizer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import passby.recognizer.wire.MalformedMessage;
import passby.recognizer.wire.RecognizerWire;

class WireFuzzTest {
    private static final RecognizerWire WIRE = new RecognizerWire();
    private static final String REQUEST = "{\"v\":2,\"op\":\"read\",\"bucket\":\"b\",\"key\":\"k\"}";
    private static final String BOX = "{\"left\":0.1,\"top\":0.2,\"width\":0.3,\"height\":0.4}";
    private static final String CROP = "{\"box\":" + BOX + ",\"jpeg\":\"/9j/2Q==\"}";
    private static final String CROPS = "{\"plate\":" + CROP + ",\"vehicle\":" + CROP + "}";
    private static final String PLATES =
            "{\"v\":2,\"kind\":\"plates\",\"engine\":{\"name\":\"n\",\"version\":\"1\"},\"plates\":["
                    + "{\"box\":" + BOX
                    + ",\"candidates\":[{\"plate\":\"KLM4827\",\"confidence\":0.9,\"characters\":[0.9]}],"
                    + "\"state\":{\"code\":\"TX\",\"confidence\":0.5},\"colour\":{\"name\":\"RED\",\"confidence\":0.7},"
                    + "\"crops\":" + CROPS + "}],\"unread\":[{\"box\":" + BOX + ",\"reason\":\"GLARE\"}]}";

    static Stream<byte[]> messages() {
        return Stream.of(
                        REQUEST,
                        REQUEST.replace("\"read\"", "\"crop\"").replace("\"k\"}", "\"k\",\"boxes\":[" + BOX + "]}"),
                        PLATES,
                        PLATES.replace("0.9", "1e999"),
                        PLATES.replace("0.9", "-0.0"),
                        PLATES.replace("0.9", "1".repeat(1000)),
                        PLATES.replace("KLM4827", "\\u0000"),
                        PLATES.replace("KLM4827", "klm 48-27"),
                        PLATES.replace("\"TX\"", "\"\\ud800\""),
                        PLATES.replace("GLARE", "DOUBT"),
                        PLATES.replace("RED", "PINK"),
                        PLATES.replace("/9j/2Q==", "not base64"),
                        PLATES.replace("[0.9]", "[" + "0.9,".repeat(99) + "0.9]"),
                        PLATES.replace("[0.9]", "[]"),
                        "{\"v\":2,\"kind\":\"crops\",\"crops\":[" + CROPS + "]}",
                        "{\"v\":2,\"kind\":\"no-plate\",\"engine\":{\"name\":\"n\",\"version\":\"1\"},\"unread\":[]}",
                        "{\"v\":2,\"kind\":\"rejected\",\"reason\":\"EMPTY\"}",
                        "{\"v\":2,\"kind\":\"gone\"}",
                        "{\"v\":2,\"kind\":\"unavailable\",\"why\":\"x\"}",
                        "{\"v\":1,\"kind\":\"gone\"}",
                        "{\"v\":2,\"v\":2,\"kind\":\"gone\"}",
                        "{\"v\":2,\"kind\":\"gone\"} {}",
                        "[".repeat(100_000),
                        "null",
                        "\n\0\0\0\0\0", // taken for UTF-32, found by the fuzzer
                        "\"")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("messages")
    @FuzzTest(maxDuration = "2m")
    void whatIsNotMalformedSaysTheSameWhenWrittenAgain(byte[] bytes) {
        roundTrip(bytes, WIRE::decodeRequest, WIRE::encode);
        roundTrip(bytes, WIRE::decodeRecognition, WIRE::encode);
        roundTrip(bytes, WIRE::decodeCut, WIRE::encode);
    }

    private static <T> void roundTrip(byte[] bytes, Function<byte[], T> decode, Function<T, byte[]> encode) {
        try {
            var message = decode.apply(bytes);

            assertThat(decode.apply(encode.apply(message))).isEqualTo(message);
        } catch (MalformedMessage e) {
            assertThat(e).hasMessageNotContaining("KLM4827");
        }
    }
}
