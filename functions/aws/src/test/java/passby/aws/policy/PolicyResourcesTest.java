package passby.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.aws.deployment.AnswerUrls;
import passby.aws.deployment.DeploymentEvents;
import passby.aws.governance.CheckParametersHandler;
import passby.aws.governance.RequestPolicyHandler;
import passby.aws.stub.HttpStub;
import passby.aws.stub.NoContext;
import passby.core.governance.ApplyCityParameters;
import passby.core.governance.OptOut;
import passby.core.governance.Parameters;
import passby.core.governance.PolicyRequest;
import passby.core.id.Ulids;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryFactory;
import passby.core.policy.EffectivePolicy;
import passby.core.retention.NonHitRetention;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

/** The first and the last custom resource of the stack, as CloudFormation calls them. */
final class PolicyResourcesTest {
    private static final AnswerUrls ANSWERS = new AnswerUrls(List.of(), AnswerUrls.TIMEOUT);

    private final MutableClock clock = new MutableClock(TestData.NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final List<String> measured = new ArrayList<>();
    private OptOut.Status optOut = OptOut.Status.IN_FORCE;
    private final CheckParametersHandler first = new CheckParametersHandler(city.policyDocuments(), clock, ANSWERS);
    private final RequestPolicyHandler last = new RequestPolicyHandler(
            new ApplyCityParameters(
                    city.policyDocuments(),
                    city.policyRequests(),
                    () -> optOut,
                    new EntryFactory(clock, city.entropy()),
                    new Ulids(clock, city.entropy()),
                    clock),
            (metric, value) -> measured.add(metric + " " + value),
            ANSWERS);

    private static JsonNode sent(
            RequestStreamHandler handler, String kind, String requestId, Map<String, String> parameters) {
        try (var stub = HttpStub.answering(new HttpStub.Answer(200, Map.of(), ""))) {
            handler.handleRequest(
                    DeploymentEvents.event(kind, requestId, stub.endpoint(), parameters),
                    OutputStream.nullOutputStream(),
                    new NoContext());
            return new ObjectMapper().readTree(stub.received().getFirst().body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EffectivePolicy inForce() {
        return city.policyDocuments().current();
    }

    private record World(List<Entry> entries, List<PolicyRequest> requests, EffectivePolicy policy) {}

    private World world() {
        return new World(city.ledger().entries(), city.policyRequests().newest(20), inForce());
    }

    /** So that the alarm need not wait for the first daily check, and does not ring until then. */
    @Test
    void aDeploymentTellsWhetherRekognitionWasTakenAway() {
        sent(last, "Create", "create-1", Parameters.with("RecognizerOrder", "rekognition-first"));
        optOut = OptOut.Status.NOT_IN_FORCE;
        sent(last, "Update", "update-1", Parameters.with("RecognizerOrder", "rekognition-first"));
        sent(last, "Update", "update-2", Parameters.with("RecognizerOrder", "container-only"));

        assertThat(measured).containsExactly("OPT_OUT_MISSING 0", "OPT_OUT_MISSING 1", "OPT_OUT_MISSING 0");
    }

    @Test
    void aNewCityGetsItsParametersAsItsPolicy() {
        var answer = sent(last, "Create", "create-1", Parameters.required());

        assertThat(answer.path("Status").asText()).isEqualTo("SUCCESS");
        assertThat(answer.path("Data").path("PolicyVersion").asText()).isEqualTo("1");
        assertThat(answer.path("Data").path("PolicyHash").asText())
                .isEqualTo(inForce().hash());
        assertThat(answer.path("Data").path("Pending").asText()).isEmpty();
    }

    @Test
    void aLooseningThatWaitsIsNoFailedDeployment() {
        sent(last, "Create", "create-1", Parameters.required());

        var answer = sent(last, "Update", "update-1", Parameters.with("NonHitRetention", "30d"));

        assertThat(answer.path("Status").asText()).isEqualTo("SUCCESS");
        assertThat(answer.path("Data").path("Pending").asText())
                .isEqualTo(city.policyRequests().newest(1).getFirst().requestId());
        assertThat(inForce().nonHitRetention()).isEqualTo(NonHitRetention.DAYS_7);
    }

    @Test
    void anEventThatIsSentAgainChangesNothing() {
        sent(last, "Create", "create-1", Parameters.required());
        sent(last, "Create", "create-1", Parameters.required());
        sent(last, "Update", "update-1", Parameters.with("NonHitRetention", "30d"));
        var before = world();

        sent(last, "Update", "update-1", Parameters.with("NonHitRetention", "30d"));

        assertThat(world()).isEqualTo(before);
        assertThat(before.entries()).hasSize(2);
    }

    @Test
    void whatIsAboveTheCeilingFailsBeforeAnythingElseChangesAndWritesNothing() {
        sent(last, "Create", "create-1", Parameters.required());
        var before = world();
        var parameters = Parameters.with("NonHitRetention", "270d");
        parameters.put("StateProfile", "VA");

        var answer = sent(first, "Update", "update-1", parameters);

        assertThat(answer.path("Status").asText()).isEqualTo("FAILED");
        assertThat(answer.path("Reason").asText()).contains("NonHitRetention", "At most 21d", "Code of Virginia");
        assertThat(world()).isEqualTo(before);
    }

    @Test
    void theLastResourceRefusesWhatTheFirstWouldHaveRefused() {
        sent(last, "Create", "create-1", Parameters.required());
        var before = world();

        var answer = sent(last, "Update", "update-1", Parameters.with("NonHitRetention", "0"));

        assertThat(answer.path("Status").asText()).isEqualTo("FAILED");
        assertThat(world()).isEqualTo(before);
    }

    @Test
    void aSecondCityInTheSameTablesIsRefusedFirst() {
        sent(last, "Create", "create-1", Parameters.required());

        var answer = sent(first, "Create", "create-2", Parameters.with("City", "shelbyville"));

        assertThat(answer.path("Status").asText()).isEqualTo("FAILED");
        assertThat(answer.path("Reason").asText()).contains("deployment name of its own");
    }

    @Test
    void goodParametersPassTheFirstResourceWithoutATrace() {
        var answer = sent(first, "Create", "create-1", Parameters.required());

        assertThat(answer.path("Status").asText()).isEqualTo("SUCCESS");
        assertThat(city.ledger().entries()).isEmpty();
        assertThat(city.policyDocuments().find()).isEmpty();
    }

    @Test
    void newHampshireIsWarnedInTheStacksEvents() {
        var parameters = Parameters.with("StateProfile", "NH");
        parameters.put("NonHitRetention", "flush");

        var answer = sent(first, "Create", "create-1", parameters);

        assertThat(answer.path("Data").path("Notes").asText()).contains("RSA 259:68-a");
    }

    @Test
    void aProfileWhoseSourceIsOverIsWarnedOf() {
        var parameters = Parameters.with("StateProfile", "NH");
        parameters.put("NonHitRetention", "flush");

        var answer = sent(first, "Create", "create-1", parameters);

        assertThat(answer.path("Status").asText()).isEqualTo("SUCCESS");
        assertThat(answer.path("Data").path("Notes").asText()).contains("held until 2027-01-01", "HB 1059");
    }

    /** The update fails in the middle: neither the new nor, in the rollback, the old parameters have reached the policy. */
    @Test
    void aRollbackLeavesThePolicyAsItWas() {
        sent(last, "Create", "create-1", Parameters.required());
        var before = world();
        sent(first, "Update", "update-1", Parameters.with("NonHitRetention", "1d"));

        sent(first, "Update", "rollback-1", Parameters.required());

        assertThat(world()).isEqualTo(before);
    }

    /** The update reached the policy, something after it failed, and the old parameters come back. */
    @Test
    void aRollbackThatReachesThePolicyNeverLoosensIt() {
        sent(last, "Create", "create-1", Parameters.required());
        sent(last, "Update", "update-1", Parameters.with("NonHitRetention", "1d"));

        var answer = sent(last, "Update", "rollback-1", Parameters.required());

        assertThat(answer.path("Status").asText()).isEqualTo("SUCCESS");
        assertThat(inForce().nonHitRetention()).isEqualTo(NonHitRetention.DAYS_1);
        assertThat(answer.path("Data").path("Pending").asText()).isNotEmpty();
    }

    @Test
    void aRollbackTakesBackWhatWasOnlyAskedFor() {
        sent(last, "Create", "create-1", Parameters.required());
        sent(last, "Update", "update-1", Parameters.with("NonHitRetention", "30d"));

        sent(last, "Update", "rollback-1", Parameters.required());

        assertThat(city.policyRequests().newest(1).getFirst().stored()).isEqualTo(PolicyRequest.State.SUPERSEDED);
        assertThat(inForce().version()).isOne();
    }

    @Test
    void deletingTheStackDeletesNoPolicy() {
        sent(last, "Create", "create-1", Parameters.required());
        var before = world();

        var answers = List.of(
                sent(last, "Delete", "delete-1", Parameters.required()),
                sent(first, "Delete", "delete-1", Map.of("City", "\\\"broken")));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.path("Status").asText()).isEqualTo("SUCCESS"));
        assertThat(world()).isEqualTo(before);
    }

    @Test
    void aStoreThatCannotBeReadFailsTheDeployment() {
        city.policyDocuments().setReadable(false);

        var answer = sent(first, "Create", "create-1", Parameters.required());

        assertThat(answer.path("Status").asText()).isEqualTo("FAILED");
        assertThat(answer.path("Reason").asText()).contains("the log of its function says where");
    }
}
