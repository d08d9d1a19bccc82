package passby.aws.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import passby.aws.testing.Call;
import passby.aws.testing.EdgeCity;
import passby.aws.testing.Reply;
import passby.core.retention.NonHitRetention;
import passby.core.testing.TestData;

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

    @Test
    void aPolicyThatChangedIsReadAndAcknowledgedAgainBeforeAnythingElse() {
        var hits = Call.get("/v1/hits");
        assertThat(city.asOperator(acknowledgement(city.policyHash())).status()).isEqualTo(201);
        assertThat(city.asOperator(hits).status()).isEqualTo(200);

        city.stores().policyDocuments().put(TestData.policy(2, NonHitRetention.DAYS_3));
        city.clock().advance(Duration.ofSeconds(31));

        assertThat(city.asOperator(hits).json().path("reasons").toString())
                .contains("You have not acknowledged the policy that is in force.");
        var text = city.asOperator(Call.get("/v1/policy")).json().path("hash").asText();
        assertThat(city.asOperator(acknowledgement(text)).status()).isEqualTo(201);
        assertThat(city.asOperator(hits).status()).isEqualTo(200);
    }

    private static Call acknowledgement(String hash) {
        return Call.post("/v1/acknowledgements", "{\"policyHash\":\"" + hash + "\"}");
    }

    @Test
    void aRevokedOfficersSessionDoesNotComeBackWithTheOfficer() {
        as(EdgeCity.MANAGER, revocation(EdgeCity.OPERATOR));

        assertThat(as(EdgeCity.MANAGER, grant(EdgeCity.OPERATOR, "operator")).status())
                .isEqualTo(201);

        assertThat(city.asOperator(Call.get("/v1/hits")).status()).isEqualTo(401);
    }

    @Test
    void anOfficerEndsTheSessionOfALostTelephoneAndGoesOnInTheOther() {
        var sessions = city.asOperator(Call.get("/v1/sessions")).json().path("sessions");
        assertThat(sessions)
                .extracting(session -> session.path("current").asBoolean())
                .containsExactlyInAnyOrder(true, false);
        var lost = sessions.path(sessions.path(0).path("current").asBoolean() ? 1 : 0);

        var ended =
                city.asOperator(Call.post("/v1/sessions/" + lost.path("session").asText() + "/ends", ""));

        assertThat(ended.status()).isEqualTo(201);
        assertThat(city.asOperator(Call.get("/v1/sessions")).json().path("sessions"))
                .hasSize(1);
        assertThat(ended.body()).doesNotContain(EdgeCity.OTHER_SESSION);
    }

    @Test
    void theProgramManagerEndsTheSessionThatAnOfficerIsIn() {
        var current = as(EdgeCity.MANAGER, Call.get("/v1/people/" + EdgeCity.OPERATOR + "/sessions"))
                .json()
                .path("sessions");
        assertThat(current).hasSize(2);

        current.forEach(session -> as(
                EdgeCity.MANAGER,
                Call.post(
                        "/v1/people/" + EdgeCity.OPERATOR + "/sessions/"
                                + session.path("session").asText() + "/ends",
                        "")));

        assertThat(city.asOperator(Call.get("/v1/hits")).status()).isEqualTo(401);
    }

    @Test
    void noOfficerSeesOrEndsTheSessionsOfAnother() {
        var others = "/v1/people/" + EdgeCity.CHIEF + "/sessions";
        var reference = as(EdgeCity.CHIEF, Call.get("/v1/sessions"))
                .json()
                .path("sessions")
                .path(0)
                .path("session")
                .asText();

        assertThat(city.asOperator(Call.get(others)).problem()).isEqualTo("forbidden");
        assertThat(city.asOperator(Call.post(others + "/" + reference + "/ends", ""))
                        .problem())
                .isEqualTo("forbidden");
        assertThat(as(EdgeCity.CHIEF, Call.get("/v1/sessions")).status()).isEqualTo(200);
    }

    @Test
    void whatIsNotTheirsToGrantIsRefusedByName() {
        assertThat(as(EdgeCity.MANAGER, grant("vendor-x", "vendor")).problem()).isEqualTo("not-yours-to-grant");
        assertThat(as(EdgeCity.CHIEF, revocation(EdgeCity.CHIEF)).problem()).isEqualTo("own-access");
        assertThat(as(EdgeCity.ADMIN, revocation(EdgeCity.OPERATOR)).problem()).isEqualTo("forbidden");
    }
}
