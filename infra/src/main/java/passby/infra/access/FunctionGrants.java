package passby.infra.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passby.aws.api.Bucket;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Permission;
import passby.aws.api.Permission.Resource;
import passby.aws.api.Queue;
import passby.aws.api.Trigger;
import passby.aws.dynamodb.Table;
import passby.infra.naming.Names;

/** What a function's role may do: what the list says of it, with the keys, the log and the dead letters that go with that. */
public final class FunctionGrants {
    /** Whoever wraps or unwraps the city's key says so to KMS. */
    static final String KEY_CONTEXT = "kms:EncryptionContext:passby";

    private static final List<String> ON_INDEXES = List.of("dynamodb:Query", "dynamodb:Scan");

    /** Actions that are about a bucket as a whole. */
    private static final List<String> ON_BUCKETS = List.of(
            "s3:GetLifecycleConfiguration", "s3:ListBucket", "s3:ListBucketVersions", "s3:PutLifecycleConfiguration");

    /** In the table of permissions, which is of no city. */
    private static final String EXAMPLE = "alerts@springfield.example";

    private final Names names;
    private final Optional<String> emailSender;

    /** As the table of permissions shows them: of a city with a sender. */
    public FunctionGrants(Names names) {
        this(names, Optional.of(EXAMPLE));
    }

    /** @param emailSender from which e-mail goes; without one nothing of it is granted */
    public FunctionGrants(Names names, Optional<String> emailSender) {
        this.names = names;
        this.emailSender = emailSender;
    }

    public List<Grant> of(FunctionSpec spec) {
        var grants = new ArrayList<Grant>();
        spec.permissions().forEach(permission -> grants.addAll(of(permission)));
        grants.addAll(keys(spec));
        grants.add(log(spec.name()));
        if (failsSilently(spec)) {
            grants.add(Grant.allow(List.of("sqs:SendMessage"), new ResourceRef.Arn(names.queueArn(Queue.FAILURES))));
        }
        return grants;
    }

    /** Whether nobody waits for its answer, so that a failed run goes to the dead letters. */
    public static boolean failsSilently(FunctionSpec spec) {
        return switch (spec.trigger()) {
            case Trigger.EveryMinute _, Trigger.EveryHour _, Trigger.EveryDay _ -> true;
            case Trigger.Api _, Trigger.Queue _, Trigger.Deployment _, Trigger.SignIn _, Trigger.ByHand _ -> false;
        };
    }

    Grant log(String function) {
        return Grant.allow(
                List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                new ResourceRef.Arn(logStreams(names.logGroup(function))));
    }

    private static String logStreams(String group) {
        return "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:" + group + ":log-stream:*";
    }

    private List<Grant> of(Permission permission) {
        var actions = permission.actions();
        return switch (permission.resource()) {
            case Resource.Table(var table) -> table(table, actions);
            case Resource.Bucket(var bucket) -> bucket(bucket, actions);
            case Resource.Topic(var name) -> List.of(Grant.allow(actions, new ResourceRef.Arn(names.topicArn(name))));
            case Resource.Queue(var queue) -> List.of(Grant.allow(actions, new ResourceRef.Arn(names.queueArn(queue))));
            case Resource.Function(var name) ->
                List.of(Grant.allow(actions, new ResourceRef.Arn(names.functionArn(name))));
            case Resource.UserPool() -> List.of(Grant.allow(actions, new ResourceRef.UserPool()));
            case Resource.Service(var name) when name.equals("sms") -> toTelephones(actions);
            case Resource.Service(var name)
            when name.equals("email") -> emailSender.map(this::fromSender).orElse(List.of());
            case Resource.Service _ -> List.of(Grant.allow(actions, new ResourceRef.Any()));
            case Resource.Key(var key)
            when key.equals("ledger") -> List.of(Grant.allow(actions, new ResourceRef.Key(KeyGroup.CHECKPOINTS)));
            case Resource.Key(var key)
            when key.equals("push") -> List.of(Grant.allow(actions, new ResourceRef.Key(KeyGroup.PUSH)));
            case Resource.Key _ ->
                List.of(Grant.allow(actions, new ResourceRef.Key(KeyGroup.CITY))
                        .when("StringEquals", KEY_CONTEXT, "city-key"));
        };
    }

    /** A telephone is no resource, so the grant names none; what is published to a topic of the city is denied beside it. */
    private List<Grant> toTelephones(List<String> actions) {
        var topics = ResourcePolicies.TOPICS.stream()
                .map(name -> (ResourceRef) new ResourceRef.Arn(names.topicArn(name)))
                .toArray(ResourceRef[]::new);
        return List.of(Grant.allow(actions, new ResourceRef.Any()), Grant.deny(actions, topics));
    }

    /** From that address alone, whose identity is the address itself or its domain; the suppression list knows no resource. */
    private List<Grant> fromSender(String sender) {
        var identities = Stream.of(sender, sender.substring(sender.indexOf('@') + 1))
                .map(identity -> (ResourceRef) new ResourceRef.Arn(
                        "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/" + identity))
                .toArray(ResourceRef[]::new);
        return List.of(
                Grant.allow(List.of("ses:SendEmail"), identities).when("StringEquals", "ses:FromAddress", sender),
                Grant.allow(List.of("ses:GetSuppressedDestination"), new ResourceRef.Any()));
    }

    private List<Grant> table(Table table, List<String> actions) {
        var arn = names.tableArn(table);
        var grants = new ArrayList<>(List.of(Grant.allow(actions, new ResourceRef.Arn(arn))));
        var onIndexes = actions.stream().filter(ON_INDEXES::contains).toList();
        if (!onIndexes.isEmpty() && !table.indexes().isEmpty()) {
            var indexes = table.indexes().stream()
                    .map(index -> (ResourceRef) new ResourceRef.Arn(arn + "/index/" + index.name()))
                    .toArray(ResourceRef[]::new);
            grants.add(Grant.allow(onIndexes, indexes));
        }
        return grants;
    }

    private List<Grant> bucket(Bucket bucket, List<String> actions) {
        var grants = new ArrayList<Grant>();
        var onBucket = actions.stream().filter(ON_BUCKETS::contains).toList();
        var onObjects =
                actions.stream().filter(action -> !ON_BUCKETS.contains(action)).toList();
        if (!onObjects.isEmpty()) {
            grants.add(Grant.allow(onObjects, objects(bucket)));
        }
        if (!onBucket.isEmpty()) {
            grants.add(Grant.allow(onBucket, new ResourceRef.Arn(names.bucketArn(bucket))));
        }
        return grants;
    }

    ResourceRef objects(Bucket bucket) {
        return new ResourceRef.Arn(names.objectsArn(bucket));
    }

    /** KMS asks each caller, not only the service that calls on its behalf. */
    private List<Grant> keys(FunctionSpec spec) {
        var uses = new LinkedHashMap<KeyUse, LinkedHashSet<String>>();
        for (var use : KeyUses.of(spec)) {
            uses.computeIfAbsent(new KeyUse(use.group(), use.via(), List.of()), _ -> new LinkedHashSet<>())
                    .addAll(use.actions());
        }
        return uses.entrySet().stream()
                .map(use -> Grant.allow(
                                List.copyOf(use.getValue()),
                                new ResourceRef.Key(use.getKey().group()))
                        .when("StringEquals", "kms:ViaService", use.getKey().via()))
                .toList();
    }
}
