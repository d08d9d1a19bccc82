package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passby.aws.http.ProblemType;
import passby.core.governance.ApplyCityParameters;
import passby.core.governance.CityParameters;
import passby.core.governance.PolicyRequest;
import passby.core.policy.CachedPolicy;
import passby.core.policy.Parameter;
import passby.core.read.Processed;
import passby.core.retention.NonHitRetention;
import passby.local.springfield.Springfield;

/** A city's parameters on their way to what an officer finds: a tightening at once, a loosening through two people. */
class GovernanceJourneyIT {
    private static final String READ = "GVN5501";

    @TempDir
    private Path folder;

    @Test
    void aTighteningCountsAtOnceAndALooseningWaitsForTwoPeopleInTwoRoles() throws Exception {
        try (var city = TestCity.inMemory(folder, NonHitRetention.DAYS_7)) {
            var read = city.send(SpellingRecognizer.frame(READ + "/CA"));
            assertThat(city.happenings().end(read)).isInstanceOf(Processed.Done.class);
            city.clock().advance(Duration.ofDays(2));
            assertThat(city.found(city.officer(), READ)).containsExactly(READ);

            assertThat(asked(city, NonHitRetention.DAYS_1).changed()).hasSize(1);
            city.clock().advance(CachedPolicy.MAX_AGE);

            assertThat(city.found(city.officer(), READ)).isEmpty();
            whatIsStoredIsDatedAnew(city);
            aLooseningWaits(
                    city,
                    Objects.requireNonNull(asked(city, NonHitRetention.DAYS_30).pending()));
        }
    }

    /** A loosening waits until the shorter retention has reached every stored row, and all that was written beside it. */
    private static void whatIsStoredIsDatedAnew(TestCity city) {
        for (var minute = 0; minute < 6; minute++) {
            city.city().tick();
            city.clock().advance(Duration.ofMinutes(1));
        }
    }

    private static void aLooseningWaits(TestCity city, PolicyRequest pending) throws InterruptedException {
        var path = "/v1/policy-requests/" + pending.requestId() + "/decisions";
        assertThat(inForce(city)).contains("\"nonHitRetention\":\"1d\"");

        city.officer().post(path, approval("chief")).isRefused(ProblemType.FORBIDDEN);
        city.person(Springfield.CHIEF).post(path, approval("chief")).is(201);
        city.person(Springfield.CHIEF).post(path, approval("chief")).isRefused(ProblemType.NOT_INDEPENDENT);
        assertThat(inForce(city)).contains("\"nonHitRetention\":\"1d\"");
        var approved = city.person("records-zhou")
                .post(path, approval("records-officer"))
                .is(201);

        assertThat(approved.path("state").asText()).isEqualTo("approved");
        assertThat(approved.path("policyVersion").asInt()).isEqualTo(4);
        assertThat(inForce(city)).contains("\"nonHitRetention\":\"30d\"");
        city.person("manager-osei").post(path, approval("program-manager")).isRefused(ProblemType.CONFLICT);
    }

    private static Map<String, String> approval(String role) {
        return Map.of("decision", "approve", "role", role, "reason", "Council resolution 2026-118");
    }

    private static String inForce(TestCity city) throws InterruptedException {
        return city.person("auditor-quist")
                .get("/v1/policy")
                .is(200)
                .path("document")
                .asText();
    }

    /** As an update of the stack asks. */
    private static ApplyCityParameters.Answer.Governed asked(TestCity city, NonHitRetention retention) {
        var wiring = city.city().wiring();
        var parameters = CityParameters.of(wiring.governance().policyDocuments().current())
                .ofStack();
        parameters.put(Parameter.NON_HIT_RETENTION.code(), retention.code());
        return switch (wiring.governance()
                .applyCityParameters()
                .handle(parameters, "stack update to " + retention.code())) {
            case ApplyCityParameters.Answer.Governed governed -> governed;
            case ApplyCityParameters.Answer.Refused refused -> throw new AssertionError(refused);
        };
    }
}
