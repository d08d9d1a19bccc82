package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class CameraTest {
    @Test
    void aStageInTheAddressOfTheApiStaysInFrontOfThePath() {
        var atAGateway = URI.create("https://abc.execute-api.example/city");

        assertThat(Camera.under(atAGateway, "/v1/cameras"))
                .hasToString("https://abc.execute-api.example/city/v1/cameras");
        assertThat(Camera.under(URI.create(atAGateway + "/"), "/v1/cameras"))
                .hasToString("https://abc.execute-api.example/city/v1/cameras");
        assertThat(Camera.under(URI.create("http://127.0.0.1:8099"), "/v1/cameras"))
                .hasToString("http://127.0.0.1:8099/v1/cameras");
    }
}
