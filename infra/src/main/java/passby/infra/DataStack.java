package passby.infra;

import java.util.List;
import java.util.Map;
import passby.aws.api.Bucket;
import passby.aws.api.FunctionSpec;
import passby.infra.access.AdministratorGrants;
import passby.infra.access.KeyGroup;
import passby.infra.access.ResourceRef;
import passby.infra.capture.Uploads;
import passby.infra.deployment.Deployment;
import passby.infra.evidence.EvidenceBucket;
import passby.infra.hit.AlertQueues;
import passby.infra.hit.Topic;
import passby.infra.ledger.LedgerBucket;
import passby.infra.lists.ListBuckets;
import passby.infra.naming.Names;
import passby.infra.recognition.PicturesBucket;
import passby.infra.store.Backstops;
import passby.infra.store.Keys;
import passby.infra.store.Logs;
import passby.infra.store.PrivateBucket;
import passby.infra.store.StoredTables;
import passby.infra.store.TableScaling;
import passby.infra.web.EdgeSecret;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.constructs.Construct;

/** What outlives a deployment: tables, buckets, keys, logs, topics, and the queue that a bucket tells of uploads. */
public final class DataStack extends Stack {
    /** @param functions every function of the city, which use the keys and have their logs here */
    public DataStack(Construct scope, Deployment deployment, List<FunctionSpec> functions) {
        super(
                scope,
                deployment.names().named("data"),
                properties(deployment, "data", "Passby: tables, buckets, keys, logs and topics. Kept when deleted."));
        var names = deployment.names();
        var keys = new Keys(this, names, functions, deployment.local());
        new StoredTables(this, names, keys, TableScaling.of(deployment.cameras(), deployment.local()));
        new Logs(this, names, keys.of(KeyGroup.LOGS), functions);
        var backstops = new Backstops(this, names);
        new Uploads(this, names, keys, backstops);
        new ListBuckets(this, names, keys);
        backstops.watch(PicturesBucket.in(this, names, keys).bucket());
        new LedgerBucket(this, names, keys, deployment.ledger().lockDays() > 0);
        new EvidenceBucket(this, names, keys, deployment.ledger().lockDays() > 0);
        new PrivateBucket(this, "Archive", names, keys, Bucket.ARCHIVE, Map.of());
        new AlertQueues(this, names, new Topic(this, "Alerts", names, keys, "alerts"));
        new Topic(this, "Alarms", names, keys, "alarms");
        if (!deployment.local()) {
            new EdgeSecret(this, names);
        }
        ManagedPolicy.Builder.create(this, "Administrators")
                .managedPolicyName(Names.resolved(names.ofAccount("administrators")))
                .description("Attach to the roles of system administrators: it denies them where cars were.")
                .statements(new AdministratorGrants(names)
                        .denied().grants().stream()
                                .map(grant -> grant.statement(thing -> value(thing, names, keys)))
                                .toList())
                .build();
    }

    /** In the stack that holds the keys, they need not be imported. */
    private static String value(ResourceRef thing, Names names, Keys keys) {
        return switch (thing) {
            case ResourceRef.Key(var group) -> keys.of(group).getKeyArn();
            case ResourceRef.Arn _, ResourceRef.UserPool _, ResourceRef.Any _ -> thing.value(names);
        };
    }

    /** What every stack has: its name, and no rule or parameter about CDK's bootstrap. */
    static StackProps properties(Deployment deployment, String lifetime, String description) {
        return StackProps.builder()
                .stackName(deployment.names().named(lifetime))
                .description(description)
                .terminationProtection(!deployment.local())
                .synthesizer(DefaultStackSynthesizer.Builder.create()
                        .generateBootstrapVersionRule(false)
                        .build())
                .build();
    }
}
