package passby.operator.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passby.aws.api.FunctionSpec;
import passby.core.delivery.EmailAddress;
import passby.core.form.Checked;
import passby.core.governance.CityParameters;
import passby.core.governance.ParameterForm;
import passby.core.policy.Parameter;
import passby.infra.capacity.Capacity;
import passby.infra.deployment.Deployment;

/**
 * What a city's file says, and all that is wrong with it. The stack refuses the same again, but only after minutes.
 *
 * @param facts what is right, by name: where the city goes, and its parameters
 * @param problems a sentence each
 */
record CityCheck(Map<String, String> facts, List<String> problems) {
    private static final String CAMERAS = "cameras";
    private static final String CAMERAS_PRESET = "100";
    /** Where signed code comes from, all or none. */
    private static final List<String> OF_THE_SIGNER =
            List.of("signingProfile", "signedBucket", "signedKey", "signedVersion");

    private static final String CANARY = "canary";
    private static final String TOPIC = "controlPlaneTopic";
    private static final String SENDER = "emailSender";
    private static final List<String> OF_THE_ISSUER = List.of("issuer", "issuerKeys", "audience");
    private static final List<String> PAGES = List.of("authorizeEndpoint", "tokenEndpoint");
    private static final List<String> DOMAIN = List.of("webDomain", "webCertificate");

    /** CloudFront takes certificates from one region. */
    private static final String CERTIFICATE = "arn:aws[a-z-]*:acm:us-east-1:[0-9]{12}:certificate/.+";

    /** Where the city goes; the rest are the stack's parameters. */
    private enum Place {
        ACCOUNT("account", "[0-9]{12}", "the 12 digits of the AWS account that the city goes to"),
        REGION("region", "[a-z]{2}(-[a-z]+)+-[0-9]", "an AWS region, such as us-east-1"),
        DEPLOYMENT(
                "deployment", Deployment.NAME.pattern(), "2 to 21 small letters, digits and hyphens, such as passby");

        private final String word;
        private final String pattern;
        private final String sentence;

        Place(String word, String pattern, String sentence) {
            this.word = word;
            this.pattern = pattern;
            this.sentence = sentence;
        }
    }

    CityCheck {
        facts = Map.copyOf(facts);
        problems = List.copyOf(problems);
    }

    /** @param functions of the city */
    static CityCheck of(List<FunctionSpec> functions, CityFile file) {
        var facts = new LinkedHashMap<String, String>();
        var problems = new ArrayList<String>();
        file.repeated().forEach(name -> problems.add(name + " stands there more than once."));
        for (var place : Place.values()) {
            check(place, file, facts, problems);
        }
        checkCameras(functions, file.values().getOrDefault(CAMERAS, CAMERAS_PRESET), facts, problems);
        checkIssuer(file, facts, problems);
        checkName(file, problems);
        checkWeb(file, facts, problems);
        checkSafeguards(file, facts, problems);
        checkSender(file, facts, problems);
        checkParameters(file, facts, problems);
        file.values().keySet().stream()
                .filter(name -> !known().contains(name))
                .sorted()
                .forEach(name -> problems.add("There is no property " + name + "."));
        return new CityCheck(facts, problems);
    }

    private static Set<String> known() {
        return Stream.of(
                        Arrays.stream(Place.values()).map(place -> place.word),
                        Stream.of(CAMERAS, CANARY, TOPIC, SENDER),
                        OF_THE_ISSUER.stream(),
                        PAGES.stream(),
                        DOMAIN.stream(),
                        OF_THE_SIGNER.stream(),
                        Parameter.ofStack().stream().map(Parameter::code))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    private static void check(Place place, CityFile file, Map<String, String> facts, List<String> problems) {
        var value = file.values().get(place.word);
        if (value != null && value.matches(place.pattern)) {
            facts.put(place.word, value);
        } else {
            problems.add(place.word + (value == null ? " is missing: " : " must be ") + place.sentence + ".");
        }
    }

    /** With the places that the stack keeps for reading their pictures, which the account must have. */
    private static void checkCameras(
            List<FunctionSpec> functions, String cameras, Map<String, String> facts, List<String> problems) {
        if (!cameras.matches("[1-9][0-9]{0,4}")) {
            problems.add("cameras must be a whole number from 1 to 99999: how many the stack is sized for.");
            return;
        }
        var capacity = new Capacity(Integer.parseInt(cameras));
        var reserved = capacity.recognizers()
                + functions.stream()
                        .mapToInt(function -> capacity.reserved(function).orElse(0))
                        .sum();
        facts.put(CAMERAS, cameras);
        facts.put("reserved", Integer.toString(reserved));
    }

    /** SES must have verified it or its domain, which the account alone knows. */
    private static void checkSender(CityFile file, Map<String, String> facts, List<String> problems) {
        var sender = file.values().get(SENDER);
        if (sender != null && !EmailAddress.FORM.matcher(sender).matches()) {
            problems.add("emailSender must be an e-mail address of an identity that Amazon SES has verified.");
        } else if (sender != null) {
            facts.put(SENDER, sender);
        }
    }

    /** An issuer is nothing without its keys and the audience of its tokens. */
    private static void checkIssuer(CityFile file, Map<String, String> facts, List<String> problems) {
        var given = OF_THE_ISSUER.stream()
                .filter(name -> file.values().containsKey(name))
                .toList();
        if (!given.isEmpty() && given.size() < OF_THE_ISSUER.size()) {
            problems.add(
                    "issuer, issuerKeys and audience are given together, or none of them for a Cognito pool of the city's own.");
            return;
        }
        for (var name : given) {
            var value = file.values().getOrDefault(name, "");
            if (!name.equals("audience") && !value.startsWith("https://")) {
                problems.add(name + " must be an address that begins with https://.");
            }
            facts.put(name, value);
        }
    }

    /** The pages of a pool of ours are named after the deployment. */
    private static void checkName(CityFile file, List<String> problems) {
        var name = file.values().getOrDefault(Place.DEPLOYMENT.word, "");
        if (!Deployment.mayHavePool(name) && !file.values().containsKey(OF_THE_ISSUER.getFirst())) {
            problems.add(Place.DEPLOYMENT.word + " " + Deployment.NO_POOL);
        }
    }

    /** Where people sign in at an issuer of the city's own, and under which name of its own the city is found. */
    private static void checkWeb(CityFile file, Map<String, String> facts, List<String> problems) {
        for (var pair : List.of(PAGES, DOMAIN)) {
            var given = pair.stream().filter(file.values()::containsKey).toList();
            if (given.size() == 1) {
                problems.add(String.join(" and ", pair) + " are given together, or neither of them.");
            }
            given.forEach(name -> facts.put(name, file.values().getOrDefault(name, "")));
        }
        PAGES.stream()
                .filter(facts::containsKey)
                .filter(name -> !facts.getOrDefault(name, "").startsWith("https://"))
                .forEach(name -> problems.add(name + " must be an address that begins with https://."));
        if (facts.containsKey(PAGES.getFirst()) && !facts.containsKey("issuer")) {
            problems.add(
                    "authorizeEndpoint and tokenEndpoint belong to an issuer of the city's own, which is not given.");
        }
        if (!facts.getOrDefault("webCertificate", "").matches(CERTIFICATE + "|")) {
            problems.add(
                    "webCertificate must be the ARN of a certificate in us-east-1, where CloudFront looks for it.");
        }
        if (!facts.getOrDefault("webDomain", "").matches("([a-z0-9-]+\\.)+[a-z]{2,}|")) {
            problems.add("webDomain must be a name such as plates.springfield.example.");
        }
    }

    /** What stands between a change and the city; all of it may be left out. */
    private static void checkSafeguards(CityFile file, Map<String, String> facts, List<String> problems) {
        var canary = file.values().getOrDefault(CANARY, "true");
        if (canary.equals("true") || canary.equals("false")) {
            facts.put(CANARY, canary);
        } else {
            problems.add("canary must be true or false: whether new versions are let in little by little.");
        }
        var topic = file.values().getOrDefault(TOPIC, "");
        if (!topic.isEmpty() && !topic.matches("arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+")) {
            problems.add("controlPlaneTopic must be the ARN of an SNS topic, or empty.");
        } else if (!topic.isEmpty()) {
            facts.put(TOPIC, topic);
        }
        var signer = OF_THE_SIGNER.stream()
                .filter(name -> !file.values().getOrDefault(name, "").isEmpty())
                .toList();
        if (!signer.isEmpty() && signer.size() < OF_THE_SIGNER.size()) {
            problems.add(String.join(", ", OF_THE_SIGNER) + " are given together, or none of them.");
            return;
        }
        signer.forEach(name -> facts.put(name, file.values().getOrDefault(name, "")));
    }

    /** By the same code that refuses them in the stack. */
    private static void checkParameters(CityFile file, Map<String, String> facts, List<String> problems) {
        var given = new LinkedHashMap<String, String>();
        for (var parameter : Parameter.ofStack()) {
            given.put(parameter.code(), file.values().getOrDefault(parameter.code(), parameter.preset()));
        }
        if (ParameterForm.parse(given) instanceof Checked.Invalid<CityParameters>(var complaints)) {
            complaints.forEach(complaint -> problems.add(complaint.field() + ": " + complaint.message()));
            complaints.forEach(complaint -> given.remove(complaint.field()));
        }
        facts.putAll(given);
    }
}
