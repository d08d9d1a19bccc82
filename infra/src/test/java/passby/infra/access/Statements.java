package passby.infra.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passby.infra.naming.Names;
import passby.infra.testing.SynthesizedStack;
import passby.infra.testing.Templates;
import passby.infra.testing.Values;

/** Every statement of every policy in the templates, as one line each, by who or what holds it. */
final class Statements {
    private final Map<String, Set<String>> byHolder = new TreeMap<>();
    private final Map<String, String> keys;

    private Statements(Map<String, String> keys) {
        this.keys = keys;
    }

    static Map<String, Set<String>> of(Templates templates) {
        var statements = new Statements(keys(templates.data()));
        templates.all().forEach(statements::read);
        return statements.byHolder;
    }

    static Map<String, Set<String>> of(Stream<RolePermissions> table) {
        return table.collect(Collectors.toMap(
                RolePermissions::holder,
                access -> access.grants().stream().map(Statements::line).collect(Collectors.toCollection(TreeSet::new)),
                (one, other) -> {
                    throw new AssertionError("two parts of the table are about the same");
                },
                TreeMap::new));
    }

    private void read(SynthesizedStack stack) {
        stack.properties("AWS::IAM::Role").forEach(this::role);
        stack.properties("AWS::IAM::ManagedPolicy")
                .forEach(policy ->
                        add("policy " + ofAccount(policy, "ManagedPolicyName"), policy.path("PolicyDocument")));
        stack.properties("AWS::S3::BucketPolicy")
                .forEach(policy -> add(
                        "bucket "
                                + named(stack, policy.path("Bucket"), "BucketName")
                                        .replace("-${AWS::AccountId}-${AWS::Region}", ""),
                        policy.path("PolicyDocument")));
        stack.properties("AWS::SQS::QueuePolicy")
                .forEach(policy -> add(
                        "queue " + named(stack, policy.path("Queues").get(0), "QueueName"),
                        policy.path("PolicyDocument")));
        stack.properties("AWS::SNS::TopicPolicy")
                .forEach(policy -> add(
                        "topic " + named(stack, policy.path("Topics").get(0), "TopicName"),
                        policy.path("PolicyDocument")));
        stack.ofType("AWS::KMS::Key")
                .forEach((id, key) -> add(
                        "key "
                                + keyOf(id)
                                        .replace("${import ", "")
                                        .replace("}", "")
                                        .replace("-key-", "-"),
                        key.path("Properties").path("KeyPolicy")));
        stack.properties("AWS::EC2::VPCEndpoint")
                .forEach(endpoint -> add("endpoint passby-recognizer", endpoint.path("PolicyDocument")));
    }

    /** Without the region, in which a city is alone with that name. */
    private static String ofAccount(JsonNode properties, String field) {
        return name(properties, field).replace("-${AWS::Region}", "");
    }

    private void role(JsonNode role) {
        for (var policy : role.path("Policies")) {
            add("role " + ofAccount(role, "RoleName"), policy.path("PolicyDocument"));
        }
    }

    private void add(String holder, JsonNode document) {
        var lines = byHolder.computeIfAbsent(holder, _ -> new TreeSet<>());
        document.path("Statement").forEach(statement -> lines.add(line(statement)));
    }

    private String line(JsonNode statement) {
        var conditions = new TreeSet<String>();
        for (var operator : statement.path("Condition").properties()) {
            for (var condition : operator.getValue().properties()) {
                conditions.add(operator.getKey() + " " + condition.getKey() + " " + sorted(condition.getValue()));
            }
        }
        return String.join(
                " | ",
                statement.path("Effect").asText(),
                who(statement.path("Principal")),
                sorted(statement.path("Action")).toString(),
                sorted(statement.path("Resource")).toString(),
                conditions.toString());
    }

    private Set<String> sorted(JsonNode values) {
        return Values.each(values).stream()
                .map(value -> value.endsWith(".Arn}") ? keyOf(value.substring(2, value.length() - 5)) : value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String who(JsonNode principal) {
        if (principal.isMissingNode()) {
            return "itself";
        }
        if (principal.has("Service")) {
            return Values.text(principal.path("Service"));
        }
        var name = Values.text(principal.isObject() ? principal.path("AWS") : principal);
        return name.equals("*") ? "anybody" : name.endsWith(":root") ? "the account" : name;
    }

    private static String line(Grant grant) {
        var conditions = new TreeSet<String>();
        grant.conditions()
                .forEach((operator, more) -> more.forEach(
                        (key, values) -> conditions.add(operator + " " + key + " " + new TreeSet<>(values))));
        return String.join(
                " | ",
                grant.effect().name().charAt(0)
                        + grant.effect().name().substring(1).toLowerCase(java.util.Locale.ROOT),
                grant.who().label(),
                new TreeSet<>(grant.actions()).toString(),
                grant.things().stream()
                        .map(Statements::value)
                        .collect(Collectors.toCollection(TreeSet::new))
                        .toString(),
                conditions.toString());
    }

    private static String value(ResourceRef thing) {
        return switch (thing) {
            case ResourceRef.Arn(var text) -> text;
            case ResourceRef.Key(var group) -> "${import " + group.export(new Names("passby")) + "}";
            case ResourceRef.UserPool() ->
                "arn:${AWS::Partition}:cognito-idp:${AWS::Region}:${AWS::AccountId}:userpool/${import passby-user-pool-id}";
            case ResourceRef.Any() -> "*";
        };
    }

    private String keyOf(String logicalId) {
        return keys.getOrDefault(logicalId, "${" + logicalId + ".Arn}");
    }

    private static Map<String, String> keys(SynthesizedStack data) {
        return data.template().path("Outputs").properties().stream()
                .filter(output ->
                        output.getValue().path("Export").path("Name").asText().contains("-key-"))
                .collect(Collectors.toMap(
                        output -> output.getValue()
                                .path("Value")
                                .path("Fn::GetAtt")
                                .get(0)
                                .asText(),
                        output -> "${import "
                                + output.getValue().path("Export").path("Name").asText() + "}"));
    }

    private static String name(JsonNode properties, String property) {
        return Values.text(properties.path(property));
    }

    private static String named(SynthesizedStack stack, JsonNode reference, String property) {
        return name(stack.resource(reference.path("Ref").asText()).path("Properties"), property);
    }
}
