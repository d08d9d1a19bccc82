package passby.core.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.form.Form;
import passby.core.id.Ulids;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.people.Role;
import passby.core.policy.Bounds;
import passby.core.policy.CaptureSwitch;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Parameter;
import passby.core.request.Result;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class SwitchCaptureTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final Ulids ids = new Ulids(clock, city.entropy());
    private final EntryFactory entries = new EntryFactory(clock, city.entropy());
    private final OptOut optOut = () -> OptOut.Status.IN_FORCE;
    private final SwitchCapture capture =
            new SwitchCapture(city.policyDocuments(), city.policyRequests(), entries, ids, clock);
    private final ApplyCityParameters govern =
            new ApplyCityParameters(city.policyDocuments(), city.policyRequests(), optOut, entries, ids, clock);
    private final DecidePolicyRequest decide = new DecidePolicyRequest(
            TestAuthorizer.open(city, clock),
            city.policyDocuments(),
            city.policyRequests(),
            city.people(),
            optOut,
            (clocks, now) -> true,
            clock);

    SwitchCaptureTest() {
        city.policyDocuments().put(Parameters.valid(Parameters.required()).policy(1, Bounds.DEFAULT));
    }

    private EffectivePolicy inForce() {
        return city.policyDocuments().current();
    }

    private void off() {
        capture.handle(CaptureSwitch.OFF, "admin-weber", "a camera's key was stolen");
    }

    private PolicyRequest askedOn() {
        var answer = capture.handle(CaptureSwitch.ON, "admin-weber", "the key is replaced");
        return ((SwitchCapture.Answer.Waiting) answer).request();
    }

    private void approve(PolicyRequest request, String personId, Role role) {
        var person = TestData.person(personId, role);
        city.people().put(person);
        var caller = TestData.caller(person);
        var body = Map.<String, Object>of("decision", "approve", "role", role.code(), "reason", "The key is replaced");
        assertThat(decide.handle(caller, request.requestId(), new Form(body))).isInstanceOf(Result.Done.class);
    }

    @Test
    void onePersonSwitchesCaptureOffAndItCountsAtOnce() {
        off();

        assertThat(inForce().capture()).isEqualTo(CaptureSwitch.OFF);
        assertThat(inForce().version()).isEqualTo(2);
        assertThat(city.ledger().entries(EntryType.POLICY_CHANGED)).hasSize(1);
    }

    @Test
    void everythingThatIsWrongWithARequestIsToldAtOnceAndNothingChanges() {
        var answer = capture.handle(new Form(Map.of("capture", "perhaps")));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        SwitchCapture.Answer.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(problem -> problem.field())
                                .containsExactlyInAnyOrder("capture", "by", "reason"));
        assertThat(inForce().version()).isEqualTo(1);
    }

    @Test
    void switchingOffTwiceChangesNothing() {
        off();
        off();

        assertThat(inForce().version()).isEqualTo(2);
    }

    @Test
    void itTakesTwoPeopleInTwoRolesToSwitchItOnAgain() {
        off();
        var request = askedOn();
        assertThat(inForce().capture()).isEqualTo(CaptureSwitch.OFF);

        approve(request, "chief-ito", Role.CHIEF);
        assertThat(inForce().capture()).isEqualTo(CaptureSwitch.OFF);
        approve(request, "manager-diaz", Role.PROGRAM_MANAGER);

        assertThat(inForce().capture()).isEqualTo(CaptureSwitch.ON);
    }

    @Test
    void askingTwiceIsOneRequest() {
        off();

        assertThat(askedOn().requestId()).isEqualTo(askedOn().requestId());
    }

    @Test
    void aDeploymentKeepsCaptureSwitchedOff() {
        off();

        govern.handle(Parameters.required(), "stack update 2");
        govern.handle(Parameters.with("NonHitRetention", "1d"), "stack update 3");

        assertThat(inForce().capture()).isEqualTo(CaptureSwitch.OFF);
        assertThat(inForce().nonHitRetention().code()).isEqualTo("1d");
    }

    @Test
    void aDeploymentDoesNotTakeTheRequestToSwitchItOnBack() {
        off();
        var request = askedOn();

        govern.handle(Parameters.required(), "stack update 2");

        assertThat(city.policyRequests().find(request.requestId()).orElseThrow().isOpen(NOW))
                .isTrue();
    }

    @Test
    void theRequestToSwitchItOnKeepsWhatADeploymentAskedFor() {
        off();
        govern.handle(Parameters.with("NonHitRetention", "30d"), "stack update 2");
        clock.advance(Duration.ofSeconds(1));

        assertThat(askedOn().changes())
                .extracting(Change::what)
                .containsExactly(Parameter.NON_HIT_RETENTION, Parameter.CAPTURE);
        clock.advance(Duration.ofSeconds(1));
        govern.handle(Parameters.with("NonHitRetention", "60d"), "stack update 3");

        assertThat(city.policyRequests().newest(1))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.changes()).extracting(Change::to).isEqualTo(List.of("60d", "on")));
    }

    @Test
    void noParameterOfTheStackSpeaksOfIt() {
        assertThat(Parameter.ofStack())
                .doesNotContain(Parameter.CAPTURE, Parameter.EXCLUDED_ZONES)
                .hasSize(Parameter.values().length - 2);
        assertThat(govern.handle(Parameters.with("Capture", "on"), "stack update 2"))
                .isInstanceOf(ApplyCityParameters.Answer.Refused.class);
    }
}
