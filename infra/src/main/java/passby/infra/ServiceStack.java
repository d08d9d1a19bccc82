package passby.infra;

import java.util.List;
import passby.aws.api.Bucket;
import passby.aws.api.FunctionSpec;
import passby.aws.api.GovernanceFunctions;
import passby.aws.api.Queue;
import passby.aws.api.Trigger;
import passby.aws.policy.PolicyTexts;
import passby.core.policy.Parameter;
import passby.infra.access.RecognizerGrants;
import passby.infra.capacity.Capacity;
import passby.infra.deployment.Deployment;
import passby.infra.functions.CityFunction;
import passby.infra.functions.FunctionContext;
import passby.infra.monitoring.AlarmEmail;
import passby.infra.naming.Names;
import passby.infra.policy.DeploymentOrder;
import passby.infra.policy.Parameters;
import passby.infra.policy.PolicyResources;
import passby.infra.policy.ProfileRules;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/**
 * What runs, and the parameters of the city, in parts by what changes together: the API, what runs in the background, and what
 * watches both. Replaced at will: nothing that must be kept is in it.
 */
public final class ServiceStack extends Stack {
    private final Names names;
    private final List<CityFunction> functions;

    /** @param specs every function of the city */
    public ServiceStack(Construct scope, Deployment deployment, List<FunctionSpec> specs) {
        super(
                scope,
                deployment.names().named("service"),
                DataStack.properties(
                        deployment,
                        "service",
                        "Passby: functions, gateway, schedules, alarms, and the parameters of the city."));
        names = deployment.names();
        var capacity = new Capacity(deployment.cameras());
        var parameters = new Parameters(this);
        new ProfileRules(this, parameters);
        var context = FunctionContext.in(this, deployment);
        functions = of(specs, Home.WHOLE).stream()
                .map(spec -> new CityFunction(this, spec, context, capacity))
                .toList();
        var api =
                new ApiStack(this, deployment, capacity, of(specs, Home.API), parameters.value(Parameter.OWN_NETWORKS));
        var background = new BackgroundStack(this, deployment, capacity, of(specs, Home.BACKGROUND));
        var monitoring = new MonitoringStack(this, deployment, capacity, specs);
        if (deployment.safeguards().gradual()) {
            var canary = new CanaryStack(this, deployment, specs);
            canary.getNode().addDependency(monitoring);
            List.of(api, background).forEach(part -> part.getNode().addDependency(canary));
        }
        new AlarmEmail(this, names, parameters.value(Parameter.ALERT_EMAIL));
        order(parameters);
        outputs(api);
        if (deployment.hasWeb()) {
            tellTheWeb(api);
        }
    }

    /** The part that holds a function. */
    private enum Home {
        API,
        BACKGROUND,
        /** Beside the parameters, because custom resources call it, or an administrator. */
        WHOLE
    }

    private static Home home(FunctionSpec spec) {
        return switch (spec.trigger()) {
            case Trigger.Api _ -> Home.API;
            case Trigger.Queue _, Trigger.EveryMinute _, Trigger.EveryHour _, Trigger.EveryDay _, Trigger.SignIn _ ->
                Home.BACKGROUND;
            case Trigger.Deployment _, Trigger.ByHand _ -> Home.WHOLE;
        };
    }

    private static List<FunctionSpec> of(List<FunctionSpec> specs, Home home) {
        return specs.stream().filter(spec -> home(spec) == home).toList();
    }

    private void order(Parameters parameters) {
        var resources = new PolicyResources(this);
        var checker = function(GovernanceFunctions.CHECK_PARAMETERS);
        var requester = function(GovernanceFunctions.REQUEST_POLICY);
        var check = resources.check(checker, parameters);
        resources.key(function(GovernanceFunctions.MAKE_CITY_KEY));
        DeploymentOrder.everythingAfter(this, check, checker);
        DeploymentOrder.afterEverything(this, resources.request(requester, parameters), requester);
    }

    private CityFunction function(FunctionSpec spec) {
        return functions.stream()
                .filter(function -> function.spec().equals(spec))
                .findFirst()
                .orElseThrow();
    }

    private void outputs(ApiStack api) {
        output("ApiUrl", api.url());
        output("UploadsBucket", Names.resolved(names.bucket(Bucket.UPLOADS)));
        output("PicturesBucket", Names.resolved(names.bucket(Bucket.PICTURES)));
        output("FeedsBucket", Names.resolved(names.bucket(Bucket.FEEDS)));
        output("ListsDeadLetterQueue", queueUrl(Queue.LISTS_DEAD));
        output("DispatchQueue", queueUrl(Queue.CAD));
        output("AlertsTopic", Names.resolved(names.topicArn("alerts")));
        output("UploadsQueue", queueUrl(Queue.UPLOADS));
        output("DeadLetterQueue", queueUrl(Queue.UPLOADS_DEAD));
        output("RecognizerFunction", names.function(RecognizerGrants.FUNCTION));
        output("SwitchCaptureFunction", names.function(GovernanceFunctions.SWITCH_CAPTURE));
        output("AppointPersonFunction", names.function(GovernanceFunctions.APPOINT_PERSON));
        output("PolicyHash", PolicyTexts.hash());
    }

    /** To the stack that stands in front of it. */
    private void tellTheWeb(ApiStack api) {
        CfnOutput.Builder.create(this, "ApiDomain")
                .value(Fn.select(2, Fn.split("/", api.url())))
                .exportName(names.export("api-domain"))
                .build();
    }

    private String queueUrl(Queue queue) {
        return Names.resolved("https://sqs.${AWS::Region}.${AWS::URLSuffix}/${AWS::AccountId}/" + names.queue(queue));
    }

    private void output(String id, String value) {
        CfnOutput.Builder.create(this, id).value(value).build();
    }
}
