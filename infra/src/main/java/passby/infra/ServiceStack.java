package passby.infra;

import java.util.List;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Functions;
import passby.aws.policy.PolicyTexts;
import passby.core.policy.Parameter;
import passby.core.retention.Timing;
import passby.infra.access.RecognizerGrants;
import passby.infra.api.Gateway;
import passby.infra.api.RateRules;
import passby.infra.capacity.Capacity;
import passby.infra.deployment.Deployment;
import passby.infra.functions.CityFunction;
import passby.infra.functions.FunctionContext;
import passby.infra.functions.Schedules;
import passby.infra.functions.UploadQueueSource;
import passby.infra.monitoring.AlarmEmail;
import passby.infra.monitoring.Alarms;
import passby.infra.monitoring.CityDashboard;
import passby.infra.naming.Names;
import passby.infra.policy.DeploymentOrder;
import passby.infra.policy.Parameters;
import passby.infra.policy.PolicyResources;
import passby.infra.policy.ProfileRules;
import passby.infra.recognition.Recognizer;
import passby.infra.store.PrivateQueue;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** What runs, and the parameters of the city. Replaced at will: nothing that must be kept is in it. */
public final class ServiceStack extends Stack {
    private final Names names;
    private final List<CityFunction> functions;

    public ServiceStack(Construct scope, Deployment deployment) {
        this(scope, deployment, Functions.ALL);
    }

    /** @param list the functions that it holds */
    public ServiceStack(Construct scope, Deployment deployment, List<FunctionSpec> list) {
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
        var surroundings = FunctionContext.in(this, deployment);
        new PrivateQueue(this, "Failures", names, "failures", Timing.DEAD_LETTERS_KEPT.toSeconds());
        new Recognizer(this, surroundings, capacity);
        functions = list.stream()
                .map(spec -> new CityFunction(this, spec, surroundings, capacity))
                .toList();
        new UploadQueueSource(this, names, capacity, functions);
        new Schedules(this, functions);
        var gateway = new Gateway(this, surroundings, capacity, functions);
        // What LocalStack lacks, and nothing else in the stack builds on.
        if (!deployment.local()) {
            new RateRules(this, names, capacity, gateway.api());
            new CityDashboard(this, names);
        }
        new Alarms(this, names);
        new AlarmEmail(this, names, parameters.value(Parameter.ALERT_EMAIL));
        order(parameters);
        outputs(gateway);
    }

    private void order(Parameters parameters) {
        var resources = new PolicyResources(this);
        var checker = function(Functions.CHECK_PARAMETERS);
        var requester = function(Functions.REQUEST_POLICY);
        var check = resources.check(checker, parameters);
        resources.key(function(Functions.MAKE_CITY_KEY));
        DeploymentOrder.everythingAfter(this, check, checker);
        DeploymentOrder.afterEverything(this, resources.request(requester, parameters), requester);
    }

    private CityFunction function(FunctionSpec spec) {
        return functions.stream()
                .filter(function -> function.spec().equals(spec))
                .findFirst()
                .orElseThrow();
    }

    private void outputs(Gateway gateway) {
        output("ApiUrl", gateway.api().getUrl());
        output("UploadsBucket", Names.resolved(names.bucket("uploads")));
        output("PicturesBucket", Names.resolved(names.bucket("pictures")));
        output("AlertsTopic", Names.resolved(names.topicArn("alerts")));
        output("UploadsQueue", queueUrl("uploads"));
        output("DeadLetterQueue", queueUrl("uploads-dead"));
        output("RecognizerFunction", names.function(RecognizerGrants.FUNCTION));
        output("AppointPersonFunction", names.function(Functions.APPOINT_PERSON));
        output("PolicyHash", PolicyTexts.hash());
    }

    private String queueUrl(String name) {
        return Names.resolved("https://sqs.${AWS::Region}.${AWS::URLSuffix}/${AWS::AccountId}/" + names.queue(name));
    }

    private void output(String id, String value) {
        CfnOutput.Builder.create(this, id).value(value).build();
    }
}
