package passby.aws.api;

import static passby.aws.api.Permissions.GET;
import static passby.aws.api.Permissions.PUT;
import static passby.aws.api.Permissions.QUERY;
import static passby.aws.api.Permissions.entering;
import static passby.aws.api.Permissions.enteringAndCounting;
import static passby.aws.api.Permissions.forPeople;
import static passby.aws.api.Permissions.optOut;
import static passby.aws.api.Permissions.table;
import static passby.aws.api.Permissions.userPool;
import static passby.aws.api.Routes.DECIDING;
import static passby.aws.api.Routes.GOVERNING;
import static passby.aws.api.Routes.api;
import static passby.aws.api.Routes.change;
import static passby.aws.api.Routes.read;
import static passby.aws.api.Routes.submit;

import java.util.List;
import passby.aws.api.Permission.Resource;
import passby.aws.api.Trigger.Moment;
import passby.aws.dynamodb.Tables;
import passby.core.people.Role;

/** The policy and its parameters, the city's key, and the people who have access. */
public final class GovernanceFunctions {
    /** The policy in force, what waits for approval, and the decisions of two people about it. */
    public static final FunctionSpec POLICY = new FunctionSpec(
            "Policy",
            api(
                    read("/v1/policy", "viewPolicy", Role.values()),
                    read("/v1/health/retention", "viewRetentionHealth", GOVERNING),
                    read("/v1/policy-requests", "listPolicyRequests", GOVERNING),
                    submit("/v1/policy-requests/{requestId}/decisions", "decidePolicyRequest", DECIDING),
                    submit("/v1/excluded-zones", "addExcludedZones", Role.CHIEF, Role.PROGRAM_MANAGER),
                    submit("/v1/excluded-zones/removals", "removeExcludedZones", Role.CHIEF, Role.PROGRAM_MANAGER)),
            Writes.ENTRY,
            Size.API,
            forPeople(
                    table(Tables.POLICY, GET, PUT),
                    table(Tables.REQUESTS, PUT, QUERY),
                    table(Tables.JOBS, GET),
                    optOut()));

    /** Refuses parameters above the law's ceiling before anything else changes; writes nothing. */
    public static final FunctionSpec CHECK_PARAMETERS = new FunctionSpec(
            "CheckParameters",
            new Trigger.Deployment(Moment.FIRST),
            Writes.NONE,
            Size.RARE,
            List.of(table(Tables.POLICY, GET)));

    /** Takes the parameters as a request: tightening counts at once, loosening waits for two people. */
    public static final FunctionSpec REQUEST_POLICY = new FunctionSpec(
                    "RequestPolicy",
                    new Trigger.Deployment(Moment.LAST),
                    Writes.ENTRY,
                    Size.RARE,
                    entering(table(Tables.POLICY, GET, PUT), table(Tables.REQUESTS, PUT, QUERY), optOut()))
            .measuring(Metric.OPT_OUT_MISSING);

    /** Falls back to the container when nothing proves that pictures are not used for training. */
    public static final FunctionSpec CHECK_OPT_OUT = new FunctionSpec(
                    "CheckOptOut",
                    new Trigger.EveryDay(),
                    Writes.ENTRY,
                    Size.RARE,
                    enteringAndCounting(table(Tables.POLICY, GET, PUT), optOut()))
            .measuring(Metric.OPT_OUT_MISSING, Metric.COUNTS_LOST);

    /** The kill switch: one administrator switches capture off; switching it on again waits for two people. */
    public static final FunctionSpec SWITCH_CAPTURE = new FunctionSpec(
            "SwitchCapture",
            new Trigger.ByHand(),
            Writes.ENTRY,
            Size.RARE,
            entering(table(Tables.POLICY, GET, PUT), table(Tables.REQUESTS, PUT, QUERY)));

    /** Makes the city's key, once, wrapped by KMS: whoever wraps it does not see it. */
    public static final FunctionSpec MAKE_CITY_KEY = new FunctionSpec(
            "MakeCityKey",
            new Trigger.Deployment(Moment.FIRST),
            Writes.NONE,
            Size.RARE,
            List.of(
                    table(Tables.CITY_KEYS, GET, PUT),
                    new Permission(new Resource.Key("city"), List.of("kms:GenerateDataKeyWithoutPlaintext"))));

    /** Who may do what: granted and revoked by the Program Manager and the chief; acknowledged by each person. */
    public static final FunctionSpec ACCESS = new FunctionSpec(
            "Access",
            api(
                    submit("/v1/people", "grantAccess", Role.CHIEF, Role.PROGRAM_MANAGER),
                    change(
                            "POST",
                            "/v1/people/{personId}/revocations",
                            "revokeAccess",
                            Role.CHIEF,
                            Role.PROGRAM_MANAGER),
                    submit("/v1/acknowledgements", "acknowledgePolicy", Role.values()),
                    read("/v1/sessions", "listOwnSessions", Role.values()),
                    change("POST", "/v1/sessions/{session}/ends", "endOwnSession", Role.values()),
                    read("/v1/people/{personId}/sessions", "listSessions", Role.CHIEF, Role.PROGRAM_MANAGER),
                    change(
                            "POST",
                            "/v1/people/{personId}/sessions/{session}/ends",
                            "endSession",
                            Role.CHIEF,
                            Role.PROGRAM_MANAGER),
                    submit(
                            "/v1/people/{personId}/factor-resets",
                            "requestFactorReset",
                            Role.CHIEF,
                            Role.PROGRAM_MANAGER,
                            Role.SYSTEM_ADMIN),
                    read("/v1/factor-resets", "listFactorResets", Role.CHIEF, Role.PROGRAM_MANAGER),
                    submit(
                            "/v1/factor-resets/{requestId}/decisions",
                            "decideFactorReset",
                            Role.CHIEF,
                            Role.PROGRAM_MANAGER),
                    submit("/v1/duty-hours", "enterDutyHours", Role.PROGRAM_MANAGER),
                    submit("/v1/duty-hours/swaps", "swapShift", Role.PROGRAM_MANAGER)),
            Writes.ENTRY,
            Size.API,
            forPeople(
                    table(Tables.PEOPLE, PUT, QUERY),
                    table(Tables.SUBSCRIPTIONS, PUT, QUERY),
                    table(Tables.CONDUCT, GET, PUT),
                    table(Tables.REQUESTS, GET, PUT, QUERY),
                    userPool()));

    /** Counts attempts to sign in to our own pool, and locks an account after five that failed. */
    public static final FunctionSpec SIGN_IN = new FunctionSpec(
            "SignIn", new Trigger.SignIn(), Writes.ENTRY, Size.API, entering(table(Tables.PEOPLE, GET, PUT)));

    /** Enters a person into the city's registry; the entry says that the account's administrator did it. */
    public static final FunctionSpec APPOINT_PERSON = new FunctionSpec(
            "AppointPerson",
            new Trigger.ByHand(),
            Writes.ENTRY,
            Size.RARE,
            entering(table(Tables.PEOPLE, GET, PUT, QUERY)));

    private GovernanceFunctions() {}
}
