package passby.aws.wiring;

import java.time.Instant;
import passby.aws.api.Setting;
import passby.aws.dynamodb.Tables;
import passby.aws.plate.WrappedCityKeys;
import passby.aws.zone.JtsZoneShapes;
import passby.core.access.ManageAccess;
import passby.core.access.ManageSessions;
import passby.core.access.ResetFactors;
import passby.core.delivery.EndsSubscriptions;
import passby.core.governance.ApplyCityParameters;
import passby.core.governance.DecidePolicyRequest;
import passby.core.governance.ManageExcludedZones;
import passby.core.governance.ReviewPolicy;
import passby.core.governance.SwitchCapture;
import passby.core.governance.WatchOptOut;
import passby.core.people.AppointPerson;
import passby.core.people.EndsSessions;
import passby.core.people.GuardSignIns;
import passby.core.people.People;
import passby.core.policy.PolicyDocuments;
import passby.core.retention.Clocks;

/** Use cases of the policy, its parameters, the city's key and the people who have access. */
public final class GovernanceWiring {
    private final Wiring wiring;

    GovernanceWiring(Wiring wiring) {
        this.wiring = wiring;
    }

    /** Every version of the policy, to see or to change. */
    public PolicyDocuments policyDocuments() {
        return wiring.stores().policies();
    }

    public ReviewPolicy reviewPolicy() {
        return new ReviewPolicy(
                wiring.authorizer(), wiring.stores().policies(), wiring.stores().policyRequests(), wiring.clock());
    }

    public DecidePolicyRequest decidePolicyRequest() {
        return new DecidePolicyRequest(
                wiring.authorizer(),
                wiring.stores().policies(),
                wiring.stores().policyRequests(),
                wiring.stores().people(),
                wiring.services().optOut(),
                this::isSettled,
                wiring.clock());
    }

    public ApplyCityParameters applyCityParameters() {
        var ids = wiring.ids();
        return new ApplyCityParameters(
                wiring.stores().policies(),
                wiring.stores().policyRequests(),
                wiring.services().optOut(),
                wiring.entries(),
                ids,
                wiring.clock());
    }

    public SwitchCapture switchCapture() {
        var ids = wiring.ids();
        return new SwitchCapture(
                wiring.stores().policies(), wiring.stores().policyRequests(), wiring.entries(), ids, wiring.clock());
    }

    public ManageExcludedZones manageExcludedZones() {
        return new ManageExcludedZones(
                wiring.authorizer(),
                wiring.stores().policies(),
                wiring.stores().policyRequests(),
                new JtsZoneShapes(),
                wiring.ids(),
                wiring.clock());
    }

    public WatchOptOut watchOptOut() {
        return new WatchOptOut(
                wiring.stores().policies(),
                wiring.services().optOut(),
                wiring.counters(),
                wiring.entries(),
                wiring.clock());
    }

    public WrappedCityKeys wrappedCityKeys() {
        var tables = new Tables(wiring.settings().string(Setting.TABLES));
        return new WrappedCityKeys(
                wiring.services().dynamoDb(),
                tables,
                wiring.services().kms(),
                wiring.settings().string(Setting.CITY_KEY));
    }

    public AppointPerson appointPerson() {
        return new AppointPerson(
                () -> wiring.policy().current().hash(),
                () -> wiring.policy().current().ori(),
                people(),
                wiring.entries());
    }

    public ManageAccess manageAccess() {
        var people = new EndsSubscriptions(people(), wiring.stores().subscriptions(), wiring.clock());
        return new ManageAccess(wiring.authorizer(), people, wiring.clock());
    }

    public ManageSessions manageSessions() {
        return new ManageSessions(
                wiring.authorizer(), wiring.stores().people(), wiring.stores().sessions(), wiring.clock());
    }

    public ResetFactors resetFactors() {
        return new ResetFactors(
                wiring.authorizer(),
                wiring.stores().factorResets(),
                wiring.services().factors(),
                wiring.stores().people(),
                wiring.stores().sessions(),
                wiring.ids(),
                wiring.clock());
    }

    public GuardSignIns guardSignIns() {
        return new GuardSignIns(
                wiring.stores().signInAttempts(),
                () -> wiring.policy().current().hash(),
                wiring.entries(),
                wiring.clock());
    }

    private People people() {
        return new EndsSessions(wiring.stores().people(), wiring.stores().sessions(), wiring.clock());
    }

    private boolean isSettled(Clocks inForce, Instant now) {
        return wiring.stores()
                .datings()
                .find()
                .filter(dating -> dating.isSettled(inForce, now))
                .isPresent();
    }
}
