package passby.infra.access;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import passby.aws.api.Bucket;
import passby.aws.api.EvidenceFunctions;
import passby.aws.api.Queue;
import passby.core.lists.ImportTiming;
import passby.core.retention.NonHitRetention;
import passby.core.retention.Timing;
import passby.infra.naming.Names;

/** The own policies of buckets, queues and topics: what not even a permitted role may do, and which service may come in. */
public final class ResourcePolicies {
    /** Every topic: of hits, and of what breaks. */
    public static final List<String> TOPICS = List.of("alerts", "alarms");

    /** Of what breaks at CloudFront, which measures in a region of its own. */
    public static final String EDGE_ALARMS = "edge-alarms";

    private final Names names;

    public ResourcePolicies(Names names) {
        this.names = names;
    }

    public RolePermissions bucket(Bucket bucket) {
        var whole = new ResourceRef[] {
            new ResourceRef.Arn(names.bucketArn(bucket)), new ResourceRef.Arn(names.bucketArn(bucket) + "/*")
        };
        return ruled(
                "bucket " + names.named(bucket.code()),
                Stream.concat(
                        secure(whole),
                        switch (bucket) {
                            case UPLOADS -> uploads(bucket, signatureMillis());
                            case FEEDS -> uploads(bucket, ImportTiming.URL_LIFE.toMillis());
                            case LEDGER -> ledger();
                            case EVIDENCE -> evidence();
                            case PICTURES, LISTS, ARCHIVE -> Stream.<Grant>of();
                        }));
    }

    /**
     * An upload never replaces another, and a signature is never used after the life of its URL. A part of a multipart upload
     * carries no If-None-Match, so those are refused with the rest.
     */
    private Stream<Grant> uploads(Bucket bucket, long urlLifeMillis) {
        var objects = new ResourceRef.Arn(names.bucketArn(bucket) + "/*");
        var put = List.of("s3:PutObject");
        return Stream.of(
                Grant.deny(put, objects).when("Null", "s3:if-none-match", "true"),
                Grant.deny(put, objects).when("NumericGreaterThan", "s3:signatureAge", String.valueOf(urlLifeMillis)));
    }

    /**
     * Nothing of the log is ever written over, not even with a version behind it, but the checkpoint of each copy; and nobody deletes
     * by hand what the lifecycle leaves.
     */
    private Stream<Grant> ledger() {
        var files = Stream.of(
                        "own/tile/*",
                        "own/checkpoints/*",
                        "own/batches/*",
                        "own/vkey",
                        "public/tile/*",
                        "public/checkpoints/*",
                        "public/vkey")
                .map(paths -> (ResourceRef)
                        new ResourceRef.Arn(names.bucketArn(Bucket.LEDGER) + "/" + Bucket.LEDGER.prefix() + paths))
                .toArray(ResourceRef[]::new);
        return Stream.of(
                Grant.deny(List.of("s3:PutObject"), files).when("Null", "s3:if-none-match", "true"),
                Grant.deny(List.of("s3:DeleteObject", "s3:DeleteObjectVersion"), files),
                toBrowsers(names.bucketArn(Bucket.LEDGER) + "/" + Bucket.LEDGER.prefix() + "public/*"));
    }

    /** What everybody may read, CloudFront gets for them. */
    private Grant toBrowsers(String objects) {
        return Grant.allow(List.of("s3:GetObject"), new ResourceRef.Arn(objects))
                .to(new Principal.Service("cloudfront.amazonaws.com"))
                .when("ArnLike", "aws:SourceArn", names.distributions())
                .when("StringEquals", "aws:SourceAccount", "${AWS::AccountId}");
    }

    /** Of the web app's own files. */
    public RolePermissions site() {
        var whole = new ResourceRef[] {
            new ResourceRef.Arn(names.siteBucketArn()), new ResourceRef.Arn(names.siteBucketArn() + "/*")
        };
        return ruled(
                "bucket " + names.named("web"),
                Stream.concat(secure(whole), Stream.of(toBrowsers(names.siteBucketArn() + "/*"))));
    }

    private static Stream<Grant> secure(ResourceRef... whole) {
        return Stream.of(
                Grant.deny(List.of("s3:*"), whole).when("Bool", "aws:SecureTransport", "false"),
                Grant.deny(List.of("s3:*"), whole).when("NumericLessThan", "s3:TlsVersion", "1.2"));
    }

    /** A copy goes when its hold ends, by the one function that ends holds, and by nobody's hand. */
    private Stream<Grant> evidence() {
        var copies = new ResourceRef.Arn(names.bucketArn(Bucket.EVIDENCE) + "/*");
        return Stream.of(
                Grant.deny(List.of("s3:BypassGovernanceRetention", "s3:DeleteObject", "s3:DeleteObjectVersion"), copies)
                        .when("ArnNotEquals", "aws:PrincipalArn", names.roleArn(EvidenceFunctions.END_HOLDS.name())));
    }

    /** The longest life that a URL ever has, in milliseconds. */
    public static long signatureMillis() {
        return Arrays.stream(NonHitRetention.values())
                .mapToLong(retention -> Timing.of(retention).urlLife().toMillis())
                .max()
                .orElseThrow();
    }

    public RolePermissions queue(Queue queue) {
        var itself = new ResourceRef.Arn(names.queueArn(queue));
        var secure = Grant.deny(List.of("sqs:*"), itself)
                .to(new Principal.Anybody())
                .when("Bool", "aws:SecureTransport", "false");
        var fromBucket = Stream.concat(queue.bucket().stream(), queue.backstops().stream())
                .map(bucket -> Grant.allow(List.of("sqs:SendMessage"), itself)
                        .to(new Principal.Service("s3.amazonaws.com"))
                        .when("ArnEquals", "aws:SourceArn", names.bucketArn(bucket))
                        .when("StringEquals", "aws:SourceAccount", "${AWS::AccountId}"));
        var fromTopic = queue.hearsAlerts()
                ? Stream.of(Grant.allow(List.of("sqs:SendMessage"), itself)
                        .to(new Principal.Service("sns.amazonaws.com"))
                        .when("ArnEquals", "aws:SourceArn", names.topicArn("alerts"))
                        .when("StringEquals", "aws:SourceAccount", "${AWS::AccountId}"))
                : Stream.<Grant>empty();
        return new RolePermissions(
                "queue " + names.queue(queue),
                Stream.of(Stream.of(secure), fromBucket, fromTopic)
                        .flatMap(grants -> grants)
                        .toList());
    }

    public RolePermissions topic(String name) {
        var topic = new ResourceRef.Arn(names.topicArn(name));
        var secure = Grant.deny(List.of("sns:Publish"), topic)
                .to(new Principal.Anybody())
                .when("Bool", "aws:SecureTransport", "false");
        var fromAlarms = Grant.allow(List.of("sns:Publish"), topic)
                .to(new Principal.Service("cloudwatch.amazonaws.com"))
                .when("StringEquals", "aws:SourceAccount", "${AWS::AccountId}");
        return new RolePermissions(
                "topic " + names.topic(name), name.equals("alerts") ? List.of(secure) : List.of(secure, fromAlarms));
    }

    /** What names nobody rules everybody. */
    private static RolePermissions ruled(String holder, Stream<Grant> grants) {
        return new RolePermissions(
                holder,
                grants.map(grant -> grant.who() instanceof Principal.Holder ? grant.to(new Principal.Anybody()) : grant)
                        .toList());
    }
}
