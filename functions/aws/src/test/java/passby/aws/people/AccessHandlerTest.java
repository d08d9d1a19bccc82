package passby.aws.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import passby.aws.testing.Call;
import passby.aws.testing.EdgeCity;
import passby.aws.testing.Reply;

final class AccessHandlerTest {
    private final EdgeCity city = new EdgeCity();

    private Reply as(String person, Call call) {
        return city.send(call.withToken(city.issuer().token(person, city.now())));
    }

    private Call grant(String personId, String role) {
        return Call.post(
                "/v1/people",
                "{\"personId\":\"" + personId + "\",\"agency\":\"Springfield Police Department\",\"ori\":\"XX0000000\","
                        + "\"roles\":[\"" + role + "\"],\"trainedUntil\":\""
                        + city.now().plus(Duration.ofDays(20)) + "\"}");
    }

    private static Call revocation(String personId) {
        return Call.post("/v1/people/" + personId + "/revocations", "");
    }

    @Test
    void aRevokedOfficersNextRequestIsRefused() {
        assertThat(city.asOperator(Call.get("/v1/hits")).status()).isEqualTo(200);

        var reply = as(EdgeCity.MANAGER, revocation(EdgeCity.OPERATOR));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().path("active").asBoolean()).isFalse();
        assertThat(city.asOperator(Call.get("/v1/hits")).status()).isEqualTo(401);
    }

    @Test
    void aNewPersonAcknowledgesThePolicyBeforeAnythingElse() {
        assertThat(as(EdgeCity.MANAGER, grant("officer-reyes", "operator")).status())
                .isEqualTo(201);
        var hits = Call.get("/v1/hits");

        assertThat(as("officer-reyes", hits).json().path("reasons").toString())
                .contains("You have not acknowledged the policy that is in force.");
        assertThat(as("officer-reyes", acknowledgement(city.policyHash())).status())
                .isEqualTo(201);

        assertThat(as("officer-reyes", hits).status()).isEqualTo(200);
    }

    private static Call acknowledgement(String hash) {
        return Call.post("/v1/acknowledgements", "{\"policyHash\":\"" + hash + "\"}");
    }

    @Test
    void whatIsNotTheirsToGrantIsRefusedByName() {
        assertThat(as(EdgeCity.MANAGER, grant("vendor-x", "vendor")).problem()).isEqualTo("not-yours-to-grant");
        assertThat(as(EdgeCity.CHIEF, revocation(EdgeCity.CHIEF)).problem()).isEqualTo("own-access");
        assertThat(as(EdgeCity.ADMIN, revocation(EdgeCity.OPERATOR)).problem()).isEqualTo("forbidden");
    }
}
