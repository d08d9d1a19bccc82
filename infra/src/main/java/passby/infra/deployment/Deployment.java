package passby.infra.deployment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import passby.core.delivery.EmailAddress;
import passby.infra.naming.Names;
import software.constructs.Node;

/**
 * What is decided where the templates are made, unlike the city's parameters, which are decided where they are deployed.
 * Given as CDK context.
 *
 * @param name of the deployment; in front of the name of everything in it
 * @param local whether it is for LocalStack, which lacks a few services
 * @param issuer of people's tokens, where it is not a pool of ours
 * @param functionsZip file that holds every function but the recogniser
 * @param recognizer where its image comes from
 * @param cameras for how many the capacity is set
 * @param ledger how the log is kept
 * @param web how browsers reach it
 * @param safeguards what stands between a change and the city
 * @param emailSender from which officers get alerts by e-mail; without one nobody subscribes a mailbox
 */
public record Deployment(
        String name,
        boolean local,
        Optional<OwnIssuer> issuer,
        Path functionsZip,
        RecognizerImage recognizer,
        int cameras,
        LedgerSettings ledger,
        WebSettings web,
        Safeguards safeguards,
        Optional<String> emailSender) {
    /** 2 to 21 small letters, digits and hyphens. */
    public static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,20}");

    /**
     * The city's own OIDC issuer.
     *
     * @param issuer {@code iss} to the letter
     * @param keys {@code jwks_uri}
     * @param audience {@code aud} or {@code client_id}
     */
    public record OwnIssuer(String issuer, String keys, String audience) {}

    /** What a city is told whose name Cognito refuses. */
    public static final String NO_POOL =
            "must not hold amazon, aws or cognito, which Cognito takes in no name of pages to sign in to, unless the city has an issuer of its own.";

    /** Words that no name of sign-in pages may hold (Amazon Cognito Developer Guide, "Using your own domain for managed login"). */
    private static final List<String> NOT_IN_SIGN_IN_PAGES = List.of("amazon", "aws", "cognito");

    public Deployment {
        if (issuer.isEmpty() && !mayHavePool(name)) {
            throw new IllegalArgumentException("deployment " + NO_POOL);
        }
        if (emailSender
                .filter(sender -> !EmailAddress.FORM.matcher(sender).matches())
                .isPresent()) {
            throw new IllegalArgumentException("emailSender is no e-mail address.");
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A deployment's name is " + NAME + ", not \"" + name + "\".");
        }
        if (cameras < 1) {
            throw new IllegalArgumentException("A deployment has at least one camera, not " + cameras + ".");
        }
    }

    /** Whether a pool of ours can have pages under that name. */
    public static boolean mayHavePool(String name) {
        return NOT_IN_SIGN_IN_PAGES.stream().noneMatch(name::contains);
    }

    public Names names() {
        return new Names(name);
    }

    /** Whether the web app can be there: LocalStack has no CloudFront, and nobody signs in at an issuer whose pages are unknown. */
    public boolean hasWeb() {
        return !local && (issuer.isEmpty() || web.pages().isPresent());
    }

    /**
     * Reads the context of the command line.
     *
     * @param root of the repository, where the files lie that were built
     */
    public static Deployment of(Node node, Path root) {
        var local = context(node, "local").map("true"::equals).orElse(false);
        var zip = "functions/aws/target/functions-" + (local ? "x86-64" : "arm64") + ".zip";
        return new Deployment(
                context(node, "deployment").orElse("passby"),
                local,
                issuer(node),
                root.resolve(context(node, "functionsZip").orElse(zip)),
                context(node, "recognizerImage")
                        .<RecognizerImage>map(RecognizerImage.Published::new)
                        .orElseGet(() -> new RecognizerImage.Built(root.resolve("recognizer-container/target/image"))),
                context(node, "cameras").map(Integer::parseInt).orElse(100),
                ledger(node, local),
                web(node),
                new Safeguards(
                        context(node, "canary").map("true"::equals).orElse(!local),
                        signedCode(node),
                        context(node, "controlPlaneTopic")),
                context(node, "emailSender"));
    }

    private static Optional<SignedCode> signedCode(Node node) {
        var parts = Stream.of("signingProfile", "signedBucket", "signedKey", "signedVersion")
                .map(key -> context(node, key))
                .flatMap(Optional::stream)
                .toList();
        return switch (parts.size()) {
            case 0 -> Optional.empty();
            case 4 -> Optional.of(new SignedCode(parts.get(0), parts.get(1), parts.get(2), parts.get(3)));
            default ->
                throw new IllegalArgumentException(
                        "Signed code is named by signingProfile, signedBucket, signedKey and signedVersion, all four or none.");
        };
    }

    private static WebSettings web(Node node) {
        return new WebSettings(
                both(node, "webDomain", "webCertificate", WebSettings.OwnDomain::new),
                both(node, "authorizeEndpoint", "tokenEndpoint", WebSettings.SignInPages::new));
    }

    private static <T> Optional<T> both(Node node, String one, String other, BiFunction<String, String, T> made) {
        var first = context(node, one);
        var second = context(node, other);
        if (first.isPresent() != second.isPresent()) {
            throw new IllegalArgumentException(one + " and " + other + " are given together, or neither.");
        }
        return first.map(value -> made.apply(value, second.orElseThrow()));
    }

    private static LedgerSettings ledger(Node node, boolean local) {
        var usual = LedgerSettings.USUAL;
        return new LedgerSettings(
                context(node, "ledgerLockDays").map(Integer::parseInt).orElse(local ? 0 : usual.lockDays()),
                context(node, "publicDelayHours").map(Integer::parseInt).orElse(usual.publicDelayHours()),
                context(node, "witnesses").orElse(usual.witnesses()));
    }

    private static Optional<OwnIssuer> issuer(Node node) {
        var issuer = context(node, "issuer");
        var keys = context(node, "issuerKeys");
        var audience = context(node, "audience");
        if (issuer.isEmpty() && keys.isEmpty() && audience.isEmpty()) {
            return Optional.empty();
        }
        if (issuer.isEmpty() || keys.isEmpty() || audience.isEmpty()) {
            throw new IllegalArgumentException(
                    "A city's own issuer is named by issuer, issuerKeys and audience, all three or none.");
        }
        return Optional.of(new OwnIssuer(issuer.get(), keys.get(), audience.get()));
    }

    private static Optional<String> context(Node node, String key) {
        return Optional.ofNullable(node.tryGetContext(key)).map(Object::toString);
    }
}
