package passby.infra.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passby.aws.api.FunctionSpec;
import passby.infra.ServiceStack;
import passby.infra.Synth;
import passby.infra.deployment.Deployment;
import passby.infra.deployment.RecognizerImage;
import software.amazon.awscdk.App;

/** The templates of a deployment, synthesised once for all tests, because that takes seconds. */
public final class Templates {
    public static final String IMAGE = "registry.example/passby-recognizer:test";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final String deployment;

    private Templates(Path folder, String deployment) {
        this.folder = folder;
        this.deployment = deployment;
    }

    /** As a city deploys them, with a pool of their own. */
    public static Templates aws() {
        return Aws.TEMPLATES;
    }

    /** With LocalStack's switches. */
    public static Templates local() {
        return Local.TEMPLATES;
    }

    public static Deployment deployment(String name, boolean local, Optional<Deployment.OwnIssuer> issuer) {
        return new Deployment(name, local, issuer, zip(), new RecognizerImage.Published(IMAGE), 100);
    }

    public static App app(Deployment deployment) {
        var app = App.Builder.create()
                .outdir(temporary("templates").toString())
                .analyticsReporting(false)
                .build();
        Synth.stacks(app, deployment);
        return app;
    }

    /** The service stack with other functions than the usual ones. */
    public static SynthesizedStack service(Deployment deployment, List<FunctionSpec> list) {
        var app = App.Builder.create()
                .outdir(temporary("templates").toString())
                .analyticsReporting(false)
                .build();
        new ServiceStack(app, deployment, list);
        return new Templates(Path.of(app.synth().getDirectory()), deployment.name()).service();
    }

    private static Templates of(Deployment deployment) {
        return new Templates(Path.of(app(deployment).synth().getDirectory()), deployment.name());
    }

    public SynthesizedStack identity() {
        return stack("identity");
    }

    public SynthesizedStack data() {
        return stack("data");
    }

    public SynthesizedStack service() {
        return stack("service");
    }

    public List<SynthesizedStack> all() {
        return Stream.of("identity", "data", "service")
                .filter(lifetime -> Files.exists(file(lifetime)))
                .map(this::stack)
                .toList();
    }

    public boolean has(String lifetime) {
        return Files.exists(file(lifetime));
    }

    private SynthesizedStack stack(String lifetime) {
        try {
            JsonNode template = JSON.readTree(file(lifetime).toFile());
            return new SynthesizedStack(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String lifetime) {
        return folder.resolve(deployment + "-" + lifetime + ".template.json");
    }

    private static Path zip() {
        try {
            return Files.writeString(temporary("functions").resolve("functions.zip"), "no code is looked at");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary(String name) {
        try {
            return Files.createTempDirectory(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Aws {
        static final Templates TEMPLATES = of(deployment("passby", false, Optional.empty()));
    }

    private static final class Local {
        static final Templates TEMPLATES = of(deployment(
                "passby",
                true,
                Optional.of(new Deployment.OwnIssuer(
                        "http://localhost:8080/passby", "http://localhost:8080/passby/jwks", "passby"))));
    }
}
