package passby.aws.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import passby.aws.testing.Call;
import passby.aws.testing.EdgeCity;
import passby.aws.testing.GoodCalls;
import passby.aws.testing.Reply;
import passby.core.id.Digests;
import passby.core.people.Role;
import passby.core.retention.NonHitRetention;
import passby.core.testing.TestData;

final class PolicyHandlerTest {
    private final EdgeCity city = new EdgeCity();

    private Reply as(String person, Call call) {
        return city.send(call.withToken(city.issuer().token(person, city.now())));
    }

    @Test
    void theDocumentIsAnsweredToTheLetterSoThatAnybodyCanHashIt() {
        var reply = city.asAdmin(Call.get("/v1/policy"));

        assertThat(Digests.sha256Hex(reply.json().path("document").asText()))
                .isEqualTo(reply.json().path("hash").asText());
        assertThat(reply.json().path("version").asInt()).isEqualTo(1);
        assertThat(reply.json().path("pending").path("requestId").asText()).isEqualTo(EdgeCity.REQUEST);
    }

    @Test
    void twoApprovalsInTwoRolesPutALooseningInForce() {
        var first = as(EdgeCity.CHIEF, GoodCalls.approval("chief"));
        var second = as(EdgeCity.MANAGER, GoodCalls.approval("program-manager"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().path("state").asText()).isEqualTo("pending");
        assertThat(first.json().path("policyVersion").isNull()).isTrue();
        assertThat(second.json().path("state").asText()).isEqualTo("approved");
        assertThat(second.json().path("policyVersion").asInt()).isEqualTo(2);
        assertThat(second.json().path("decisions")).hasSize(2);
        assertThat(city.stores().policyDocuments().current().nonHitRetention()).isEqualTo(NonHitRetention.DAYS_60);
    }

    @Test
    void whoDecidedAlreadyIsToldThatSomebodyElseHasTo() {
        as(EdgeCity.CHIEF, GoodCalls.approval("chief"));

        var again = as(EdgeCity.CHIEF, GoodCalls.approval("chief"));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("not-independent");
    }

    @Test
    void withoutAFreshSecondFactorASignInIsAskedFor() {
        var token = city.issuer()
                .token(
                        EdgeCity.CHIEF,
                        city.now(),
                        claims -> claims.claim(
                                "auth_time",
                                city.now().minus(Duration.ofMinutes(6)).getEpochSecond()));

        var reply = city.send(GoodCalls.approval("chief").withToken(token));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.problem()).isEqualTo("second-factor-not-fresh");
        assertThat(reply.json().path("detail").asText()).startsWith("Sign in again");
        assertThat(reply.json().path("entryId").asText()).isNotEmpty();
    }

    @Test
    void aClosedRequestIsAConflictThatSaysHowItStands() {
        var reject =
                GoodCalls.approval("chief").withBody("{\"decision\":\"reject\",\"role\":\"chief\",\"reason\":\"No\"}");
        as(EdgeCity.CHIEF, reject);

        var late = as(EdgeCity.MANAGER, GoodCalls.approval("program-manager"));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("conflict");
        assertThat(late.json().path("state").asText()).isEqualTo("rejected");
    }

    @Test
    void anOperatorReadsThePolicyAndDecidesNothingOfIt() {
        assertThat(city.asOperator(Call.get("/v1/policy")).status()).isEqualTo(200);
        assertThat(city.asOperator(Call.get("/v1/policy-requests")).status()).isEqualTo(403);
        assertThat(city.asOperator(GoodCalls.approval("chief")).status()).isEqualTo(403);
    }

    @Test
    void anOperatorWhoManagesTheProgramDecides() {
        city.stores().people().put(TestData.person("sergeant-bell", Role.OPERATOR, Role.PROGRAM_MANAGER));

        assertThat(as("sergeant-bell", GoodCalls.approval("program-manager")).status())
                .isEqualTo(201);
    }

    @Test
    void requestsAreListedTheNewestFirst() {
        var reply = city.asChief(Call.get("/v1/policy-requests"));

        assertThat(reply.json().path("requests")).hasSize(1);
        assertThat(reply.json()
                        .path("requests")
                        .get(0)
                        .path("changes")
                        .get(0)
                        .path("to")
                        .asText())
                .isEqualTo("60d");
    }
}
