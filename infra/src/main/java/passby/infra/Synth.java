package passby.infra;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Functions;
import passby.core.policy.StateProfile;
import passby.infra.deployment.Deployment;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.App;
import software.constructs.Construct;

/** Makes the templates of one deployment. Run by the CDK's command line, in the repository's folder infra. */
public final class Synth {
    private Synth() {}

    public static void main(String[] arguments) {
        var app = App.Builder.create().analyticsReporting(false).build();
        stacks(app, Deployment.of(app.getNode(), Path.of("..").toAbsolutePath().normalize()), Functions.ALL);
        aged(LocalDate.now(ZoneOffset.UTC))
                .forEach(warning -> Annotations.of(app).addWarningV2("passby:source", warning));
        app.synth();
    }

    /** Profiles whose source holds no more, or soon will not: whoever builds a version is told, whichever city it is for. */
    static List<String> aged(LocalDate today) {
        return Arrays.stream(StateProfile.values())
                .flatMap(profile ->
                        profile.source().stream().flatMap(source -> source.warning(profile.code(), today).stream()))
                .toList();
    }

    /**
     * The stacks by lifetime, each after those that it builds on.
     *
     * @param specs every function of the city
     */
    public static void stacks(Construct app, Deployment deployment, List<FunctionSpec> specs) {
        var data = new DataStack(app, deployment, specs);
        var service = new ServiceStack(app, deployment, specs);
        service.getNode().addDependency(data);
        if (deployment.issuer().isEmpty()) {
            service.getNode().addDependency(new IdentityStack(app, deployment));
        }
        if (deployment.hasWeb()) {
            var web = new WebStack(app, deployment);
            web.getNode().addDependency(service, new EdgeStack(app, deployment));
        }
    }
}
