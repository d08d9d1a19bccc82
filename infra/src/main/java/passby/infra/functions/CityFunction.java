package passby.infra.functions;

import java.util.Optional;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Queue;
import passby.aws.api.Trigger;
import passby.aws.function.FunctionStarter;
import passby.infra.access.FunctionGrants;
import passby.infra.capacity.Capacity;
import passby.infra.deployment.Deployment;
import passby.infra.naming.Names;
import passby.infra.naming.Underlying;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.CfnAlias;
import software.amazon.awscdk.services.lambda.CfnEventInvokeConfig;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.CfnFunction.DeadLetterConfigProperty;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * One function of the list. Whoever is waited for starts from a snapshot, which Lambda takes of published versions only: its
 * triggers and its callers' permissions are on the alias that names the newest one.
 */
public final class CityFunction extends Construct {
    /** Names the published version that serves. */
    public static final String ALIAS = "live";

    private final FunctionSpec spec;
    private final Function function;
    private final Optional<Alias> alias;

    public CityFunction(Construct scope, FunctionSpec spec, FunctionContext surroundings, Capacity capacity) {
        super(scope, spec.name());
        this.spec = spec;
        var names = surroundings.names();
        var local = surroundings.deployment().local();
        var snapshot = spec.hasSnapshot() && !local;
        var role = FunctionRole.in(this, names, spec.name(), surroundings.grants(spec));
        FunctionFindings.inRoleOf(Underlying.of(role, CfnResource.class), spec, names);
        function = Function.Builder.create(this, "Function")
                .functionName(names.function(spec))
                .description("Passby: " + spec.name())
                .runtime(Runtime.JAVA_25)
                .architecture(local ? Architecture.X86_64 : Architecture.ARM_64)
                // The class alone: then Lambda hands it bytes, and reads no event by reflection.
                .handler(FunctionStarter.class.getName())
                .code(surroundings.code())
                .codeSigningConfig(surroundings.signing().orElse(null))
                .memorySize(spec.size().memoryMb())
                .timeout(Duration.seconds(spec.size().timeout().toSeconds()))
                .environment(new Settings(surroundings).of(spec))
                .role(role.withoutPolicyUpdates())
                .logGroup(LogGroup.fromLogGroupName(this, "Log", names.logGroup(spec.name())))
                .loggingFormat(LoggingFormat.TEXT)
                .snapStart(snapshot ? SnapStartConf.ON_PUBLISHED_VERSIONS : null)
                .reservedConcurrentExecutions(capacity.reserved(spec).orElse(null))
                .build();
        FunctionFindings.in(resource(), spec, capacity.reserved(spec).isPresent());
        if (FunctionGrants.failsSilently(spec)) {
            resource()
                    .setDeadLetterConfig(DeadLetterConfigProperty.builder()
                            .targetArn(Names.resolved(names.queueArn(Queue.FAILURES)))
                            .build());
        }
        alias = spec.hasSnapshot() ? Optional.of(published(surroundings.deployment())) : Optional.empty();
        alias.ifPresent(this::limitRetries);
    }

    /** A failed run of a minute's clock is not tried again: the next minute does what is left, and old minutes must not heap up. */
    private void limitRetries(Alias alias) {
        switch (spec.trigger()) {
            case Trigger.EveryMinute _ ->
                CfnEventInvokeConfig.Builder.create(this, "Retries")
                        .functionName(function.getFunctionName())
                        .qualifier(alias.getAliasName())
                        .maximumRetryAttempts(0)
                        .maximumEventAgeInSeconds(60)
                        .build();
            case Trigger.Api _,
                    Trigger.Queue _,
                    Trigger.EveryHour _,
                    Trigger.EveryDay _,
                    Trigger.Deployment _,
                    Trigger.SignIn _,
                    Trigger.ByHand _ -> {
                // Nobody invokes the first two asynchronously, nor the last three; a run of an hour or a day, which
                // nothing repeats soon,
                // is
                // tried again twice.
            }
        }
    }

    private Alias published(Deployment deployment) {
        Annotations.of(function)
                .acknowledgeWarning(
                        "@aws-cdk/aws-lambda:snapStartRequirePublish", "The version is published right here.");
        var live = Alias.Builder.create(this, "Live")
                .aliasName(ALIAS)
                .version(function.getCurrentVersion())
                .build();
        if (deployment.safeguards().gradual() && Canary.guards(spec)) {
            Underlying.of(live, CfnAlias.class)
                    .getCfnOptions()
                    .setUpdatePolicy(Canary.policy(deployment.names(), spec));
        }
        return live;
    }

    public FunctionSpec spec() {
        return spec;
    }

    /** What triggers and callers name: the alias, where there is one. */
    public IFunction target() {
        return alias.<IFunction>map(one -> one).orElse(function);
    }

    /** Of the function itself. */
    public String arn() {
        return function.getFunctionArn();
    }

    public CfnFunction resource() {
        return Underlying.of(function, CfnFunction.class);
    }
}
