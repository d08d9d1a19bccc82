package passby.infra.city;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * For scripts/deploy: whether the effective opt-out policy on the input keeps pictures out of AWS's AI training; ends with 1
 * if not, or if that cannot be told. What it says of Rekognition counts before what it says of all services.
 */
public final class CheckOptOut {
    private CheckOptOut() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(isInForce(new String(System.in.readAllBytes(), StandardCharsets.UTF_8)) ? 0 : 1);
    }

    static boolean isInForce(String policy) {
        try {
            var services = new ObjectMapper().readTree(policy).path("services");
            var decisive = services.has("rekognition") ? services.path("rekognition") : services.path("default");
            return decisive.path("opt_out_policy").asText().equals("optOut");
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
