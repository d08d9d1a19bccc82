package passby.local.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class CameraClientTest {
    @Test
    void aStageInTheAddressOfTheApiStaysInFrontOfThePath() {
        var atAGateway = URI.create("https://abc.execute-api.example/city");

        assertThat(CameraClient.under(atAGateway, "/v1/cameras"))
                .hasToString("https://abc.execute-api.example/city/v1/cameras");
        assertThat(CameraClient.under(URI.create(atAGateway + "/"), "/v1/cameras"))
                .hasToString("https://abc.execute-api.example/city/v1/cameras");
        assertThat(CameraClient.under(URI.create("http://127.0.0.1:8099"), "/v1/cameras"))
                .hasToString("http://127.0.0.1:8099/v1/cameras");
    }
}
