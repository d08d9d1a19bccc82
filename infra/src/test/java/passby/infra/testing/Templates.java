package passby.infra.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Functions;
import passby.infra.Synth;
import passby.infra.deployment.Deployment;
import passby.infra.deployment.LedgerSettings;
import passby.infra.deployment.RecognizerImage;
import passby.infra.deployment.Safeguards;
import passby.infra.deployment.WebSettings;
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
        return new Deployment(
                name,
                local,
                issuer,
                zip(),
                new RecognizerImage.Published(IMAGE),
                100,
                LedgerSettings.USUAL,
                WebSettings.USUAL,
                local ? new Safeguards(false, Optional.empty(), Optional.empty()) : Safeguards.USUAL,
                Optional.of("alerts@springfield.example"));
    }

    /** Of a city with other functions than ours. */
    public static Templates of(Deployment deployment, List<FunctionSpec> specs) {
        return new Templates(Path.of(app(deployment, specs).synth().getDirectory()), deployment.name());
    }

    public static App app(Deployment deployment) {
        return app(deployment, Functions.ALL);
    }

    private static App app(Deployment deployment, List<FunctionSpec> specs) {
        var app = App.Builder.create()
                .outdir(temporary("templates").toString())
                .analyticsReporting(false)
                .build();
        Synth.stacks(app, deployment, specs);
        return app;
    }

    private static Templates of(Deployment deployment) {
        return of(deployment, Functions.ALL);
    }

    public SynthesizedStack identity() {
        return stack("identity");
    }

    public SynthesizedStack data() {
        return stack("data");
    }

    public SynthesizedStack web() {
        return stack("web");
    }

    /** What is always in us-east-1. */
    public SynthesizedStack edge() {
        return stack("edge");
    }

    /** The service stack with the resources of its parts, as if it were one template. */
    public SynthesizedStack service() {
        var whole = (ObjectNode) whole().template().deepCopy();
        var resources = (ObjectNode) whole.path("Resources");
        for (var part : parts()) {
            part.resources().forEach(resource -> {
                if (resources.has(resource.getKey())) {
                    throw new AssertionError("in two parts: " + resource.getKey());
                }
                resources.set(resource.getKey(), resource.getValue());
            });
        }
        return new SynthesizedStack(whole);
    }

    /** The template of the service stack that holds the parameters and names the parts. */
    public SynthesizedStack whole() {
        return stack("service");
    }

    /** The parts of the service stack, each a template of its own. */
    public List<SynthesizedStack> parts() {
        return files(".nested.template.json").map(Templates::read).toList();
    }

    /** The stacks by lifetime. */
    public List<SynthesizedStack> all() {
        return Stream.of("identity", "data", "service", "edge", "web")
                .filter(this::has)
                .map(lifetime -> lifetime.equals("service") ? service() : stack(lifetime))
                .toList();
    }

    private Stream<Path> files(String end) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(end)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean has(String lifetime) {
        return Files.exists(file(lifetime));
    }

    private SynthesizedStack stack(String lifetime) {
        return read(file(lifetime));
    }

    private static SynthesizedStack read(Path file) {
        try {
            JsonNode template = JSON.readTree(file.toFile());
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
