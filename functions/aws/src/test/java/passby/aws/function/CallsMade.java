package passby.aws.function;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import passby.aws.api.Bucket;
import passby.aws.api.Permission;
import passby.aws.api.Permission.Resource;
import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.kms.model.KmsRequest;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.organizations.model.DescribeEffectivePolicyRequest;
import software.amazon.awssdk.services.rekognition.model.DetectTextRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRetentionRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRetentionRequest;
import software.amazon.awssdk.services.s3.model.S3Request;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;

/**
 * Notes each call of one function to AWS as the permissions that the call needs, each as {@code action resource}. Sources: the Service
 * Authorization Reference, and for transactions the DynamoDB Developer Guide ("Using IAM with DynamoDB transactions").
 */
final class CallsMade implements ExecutionInterceptor {
    /** In front of what every deployed thing is named. */
    private final String prefix;

    private final Set<String> needed = new ConcurrentSkipListSet<>();
    private final AtomicBoolean countersFail = new AtomicBoolean();

    CallsMade(String prefix) {
        this.prefix = prefix;
    }

    /** A permission as calls are noted. */
    static Stream<String> of(Permission permission) {
        var resource =
                switch (permission.resource()) {
                    case Resource.Table(var table) -> table.name();
                    case Resource.Bucket(var bucket) -> bucket.code();
                    case Resource.Topic(var name) -> name;
                    case Resource.Queue(var queue) -> queue.code();
                    case Resource.Key(var name) -> name;
                    case Resource.Function(var name) -> name;
                    case Resource.UserPool() -> "pool";
                    case Resource.Service(var name) -> name;
                };
        return permission.actions().stream().map(action -> action + " " + resource);
    }

    Set<String> needed() {
        return new TreeSet<>(needed);
    }

    /** From now on, or no more, nothing can be counted. */
    void failCounters(boolean fail) {
        countersFail.set(fail);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        var operation = Objects.requireNonNull(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
        var needs = needs(context.request(), operation).toList();
        needed.addAll(needs);
        if (countersFail.get() && needs.contains("dynamodb:UpdateItem Counters")) {
            throw SdkClientException.create("the counters are to fail");
        }
    }

    private Stream<String> needs(SdkRequest request, String operation) {
        return switch (request) {
            case DynamoDbRequest rows -> rows(rows, operation);
            case S3Request objects -> objects(objects);
            case PublishRequest publish ->
                Stream.of("sns:Publish " + (publish.topicArn() == null ? "sms" : afterLast(publish.topicArn(), ":")));
            case ChangeMessageVisibilityRequest change ->
                Stream.of("sqs:ChangeMessageVisibility " + afterLast(change.queueUrl(), "/"));
            case KmsRequest key ->
                Stream.of("kms:" + operation + " "
                        + afterLast(key.getValueForField("KeyId", String.class).orElseThrow(), "/"));
            case InvokeRequest invoke -> Stream.of("lambda:InvokeFunction " + invoke.functionName());
            // Rekognition fetches the picture with the rights of whoever asks it.
            case DetectTextRequest text ->
                Stream.of(
                        "rekognition:DetectText rekognition",
                        "s3:GetObject " + bucket(text.image().s3Object().bucket()));
            case CognitoIdentityProviderRequest _ -> Stream.of("cognito-idp:" + operation + " pool");
            case DescribeEffectivePolicyRequest _ -> Stream.of("organizations:DescribeEffectivePolicy organizations");
            default -> throw new AssertionError("nobody said what permission this needs: " + operation);
        };
    }

    private Stream<String> rows(DynamoDbRequest request, String operation) {
        return switch (request) {
            case TransactWriteItemsRequest write ->
                write.transactItems().stream().map(this::part);
            case TransactGetItemsRequest get ->
                get.transactItems().stream()
                        .map(item -> row("GetItem", item.get().tableName()));
            case BatchGetItemRequest batch ->
                batch.requestItems().keySet().stream().map(table -> row("BatchGetItem", table));
            case BatchWriteItemRequest batch ->
                batch.requestItems().keySet().stream().map(table -> row("BatchWriteItem", table));
            default ->
                Stream.of(row(
                        operation,
                        request.getValueForField("TableName", String.class).orElseThrow()));
        };
    }

    private String part(TransactWriteItem item) {
        if (item.put() != null) {
            return row("PutItem", item.put().tableName());
        }
        if (item.update() != null) {
            return row("UpdateItem", item.update().tableName());
        }
        return item.delete() != null
                ? row("DeleteItem", item.delete().tableName())
                : row("ConditionCheckItem", item.conditionCheck().tableName());
    }

    private String row(String operation, String table) {
        var known = Tables.all().stream()
                .map(Table::name)
                .filter(name -> table.equals(prefix + name))
                .findFirst();
        return "dynamodb:" + operation + " " + known.orElseThrow();
    }

    private Stream<String> objects(S3Request request) {
        var needs =
                switch (request) {
                    case GetObjectRequest _, HeadObjectRequest _ -> List.of("s3:GetObject");
                    case PutObjectRequest put -> put(put);
                    case DeleteObjectRequest delete ->
                        List.of(delete.versionId() == null ? "s3:DeleteObject" : "s3:DeleteObjectVersion");
                    case ListObjectsV2Request _ -> List.of("s3:ListBucket");
                    case ListObjectVersionsRequest _ -> List.of("s3:ListBucketVersions");
                    case GetBucketLifecycleConfigurationRequest _ -> List.of("s3:GetLifecycleConfiguration");
                    case PutBucketLifecycleConfigurationRequest _ -> List.of("s3:PutLifecycleConfiguration");
                    case GetObjectRetentionRequest _ -> List.of("s3:GetObjectRetention");
                    case PutObjectRetentionRequest _ -> List.of("s3:PutObjectRetention");
                    default ->
                        throw new AssertionError("nobody said what permission this needs: " + request.getClass());
                };
        var bucket = bucket(request.getValueForField("Bucket", String.class).orElseThrow());
        return needs.stream().map(action -> action + " " + bucket);
    }

    private static List<String> put(PutObjectRequest put) {
        return Stream.of(
                        Stream.of("s3:PutObject"),
                        put.objectLockMode() == null ? Stream.<String>empty() : Stream.of("s3:PutObjectRetention"),
                        put.tagging() == null ? Stream.<String>empty() : Stream.of("s3:PutObjectTagging"))
                .flatMap(actions -> actions)
                .toList();
    }

    private String bucket(String name) {
        return Stream.of(Bucket.values())
                .map(Bucket::code)
                .filter(code -> name.equals(prefix + code))
                .findFirst()
                .orElseThrow();
    }

    private static String afterLast(String text, String separator) {
        return text.substring(text.lastIndexOf(separator) + 1);
    }
}
