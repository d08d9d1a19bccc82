package passby.local.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class SimulatedCameraTest {
    @Test
    void aStageInTheAddressOfTheApiStaysInFrontOfThePath() {
        var atAGateway = URI.create("https://abc.execute-api.example/city");

        assertThat(SimulatedCamera.under(atAGateway, "/v1/cameras"))
                .hasToString("https://abc.execute-api.example/city/v1/cameras");
        assertThat(SimulatedCamera.under(URI.create(atAGateway + "/"), "/v1/cameras"))
                .hasToString("https://abc.execute-api.example/city/v1/cameras");
        assertThat(SimulatedCamera.under(URI.create("http://127.0.0.1:8099"), "/v1/cameras"))
                .hasToString("http://127.0.0.1:8099/v1/cameras");
    }
}
