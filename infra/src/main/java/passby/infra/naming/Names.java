package passby.infra.naming;

import java.util.List;
import passby.aws.api.Bucket;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Queue;
import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;
import software.amazon.awscdk.Fn;

/**
 * What the things of one deployment are called. Names are explicit, so that a policy names exactly what it means without
 * waiting for it; texts may hold CloudFormation's pseudo parameters, such as <code>${AWS::Region}</code>.
 *
 * @param deployment in front of every name
 */
public record Names(String deployment) {
    private static final String PLACE = "${AWS::Region}:${AWS::AccountId}:";

    /** A text with pseudo parameters as a value of a template. */
    public static String resolved(String text) {
        return text.contains("${") ? Fn.sub(text) : text;
    }

    /** In front of each table's name. */
    public String tablePrefix() {
        return deployment + "-";
    }

    public String table(Table table) {
        return new Tables(tablePrefix()).name(table);
    }

    public String tableArn(Table table) {
        return arn("dynamodb", "table/" + table(table));
    }

    public String function(String name) {
        return named(name);
    }

    public String function(FunctionSpec spec) {
        return function(spec.name());
    }

    public String functionArn(String name) {
        return arn("lambda", "function:" + function(name));
    }

    public String logGroup(String name) {
        return "/aws/lambda/" + function(name);
    }

    /** Of the gateway. */
    public String gatewayLog() {
        return "/aws/apigateway/" + named("api");
    }

    /** IAM's names are those of a whole account, so the region stands in them: two cities may share an account. */
    public String ofAccount(String name) {
        return named(name) + "-${AWS::Region}";
    }

    public String roleArn(String name) {
        return "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/" + ofAccount(name);
    }

    /** Buckets share their names with the whole world, so account and region stand in them. */
    public String bucket(Bucket bucket) {
        return named(bucket.code()) + "-${AWS::AccountId}-${AWS::Region}";
    }

    public String bucketArn(Bucket bucket) {
        return "arn:${AWS::Partition}:s3:::" + bucket(bucket);
    }

    /** Of every object that lies where objects of that bucket belong. */
    public String objectsArn(Bucket bucket) {
        return bucketArn(bucket) + "/" + bucket.prefix() + "*";
    }

    /** The bucket of the web app's own files, which no function touches. */
    public String siteBucket() {
        return named("web") + "-${AWS::AccountId}-${AWS::Region}";
    }

    public String siteBucketArn() {
        return "arn:${AWS::Partition}:s3:::" + siteBucket();
    }

    /** Of every distribution of CloudFront in the account: buckets are older than theirs and cannot name it. */
    public String distributions() {
        return "arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/*";
    }

    /** In front of the name of the pages where people sign in to our pool; unique in a region. */
    public String signInPrefix() {
        return named("${AWS::AccountId}");
    }

    public String signInHost() {
        return signInPrefix() + ".auth.${AWS::Region}.amazoncognito.com";
    }

    /** The secret by which the API's firewall knows what came through the city's own distribution. */
    public String edgeSecret() {
        return "{{resolve:secretsmanager:" + named("edge") + ":SecretString}}";
    }

    public String queue(Queue queue) {
        return named(queue.code());
    }

    public String queueArn(Queue queue) {
        return arn("sqs", queue(queue));
    }

    public String topic(String name) {
        return named(name);
    }

    public String topicArn(String name) {
        return arn("sns", topic(name));
    }

    /** Of the pool of the identity stack, whose id only that stack knows. */
    public String officersPoolArn() {
        var pools = resolved("arn:${AWS::Partition}:cognito-idp:${AWS::Region}:${AWS::AccountId}:userpool");
        return Fn.join("/", List.of(pools, Fn.importValue(export("user-pool-id"))));
    }

    /** Under which one stack tells another a value. */
    public String export(String name) {
        return named(name);
    }

    public String named(String name) {
        return deployment + "-" + name;
    }

    private static String arn(String service, String resource) {
        return "arn:${AWS::Partition}:" + service + ":" + PLACE + resource;
    }
}
