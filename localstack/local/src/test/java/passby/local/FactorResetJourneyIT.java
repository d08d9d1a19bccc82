package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passby.core.retention.NonHitRetention;
import passby.local.springfield.Springfield;

/** From a lost telephone to the next sign-in. */
final class FactorResetJourneyIT {
    @TempDir
    private Path folder;

    @Test
    void twoRolesReplaceALostFactorAndEverySessionOfItsPersonEnds() throws Exception {
        try (var city = TestCity.inMemory(folder, NonHitRetention.DAYS_7)) {
            var officer = city.officer();
            officer.get("/v1/hits").is(200);
            var manager = city.person("manager-osei");
            var decision = Map.<String, Object>of("approve", true, "role", "chief", "reason", "Seen in person");

            var asked = manager.post(
                            "/v1/people/" + Springfield.OFFICER + "/factor-resets", Map.of("reason", "Lost telephone"))
                    .is(201);
            var request = "/v1/factor-resets/" + asked.path("requestId").asText() + "/decisions";
            assertThat(city.person("chief-ito")
                            .get("/v1/factor-resets")
                            .is(200)
                            .at("/requests/0/personId")
                            .asText())
                    .isEqualTo(Springfield.OFFICER);
            var decided = city.person("chief-ito").post(request, decision).is(201);

            assertThat(decided.path("state").asText()).isEqualTo("approved");
            officer.get("/v1/hits").is(401);
            city.officer().get("/v1/hits").is(200);
        }
    }
}
