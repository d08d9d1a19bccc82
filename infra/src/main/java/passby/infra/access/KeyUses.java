package passby.infra.access;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Permission;
import passby.aws.api.Permission.Resource;

/**
 * Which keys follow from which permissions. DynamoDB unwraps a table's own key for whoever reads or writes it; S3 unwraps an
 * object's for who gets it and makes one for who puts it; SNS does both for who publishes.
 */
final class KeyUses {
    static final List<String> DECRYPT = List.of("kms:Decrypt");
    static final List<String> ENCRYPT = List.of("kms:GenerateDataKey");

    /** As CDK grants them for a table under a customer's key: whoever reads, and whoever writes. */
    private static final List<String> READ_ROWS = List.of("kms:Decrypt", "kms:DescribeKey");

    private static final List<String> WRITE_ROWS = List.of(
            "kms:Decrypt",
            "kms:DescribeKey",
            "kms:Encrypt",
            "kms:GenerateDataKey",
            "kms:ReEncryptFrom",
            "kms:ReEncryptTo");

    private static final List<String> WRITES =
            List.of("dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem");

    private KeyUses() {}

    static List<KeyUse> of(FunctionSpec spec) {
        return spec.permissions().stream().flatMap(KeyUses::of).distinct().toList();
    }

    private static Stream<KeyUse> of(Permission permission) {
        return switch (permission.resource()) {
            case Resource.Table(var table) ->
                Stream.of(new KeyUse(KeyGroup.of(table), via("dynamodb"), onRows(permission.actions())));
            case Resource.Bucket(var bucket) -> bucket(KeyGroup.of(bucket), permission.actions());
            case Resource.Topic _ ->
                Stream.of(new KeyUse(KeyGroup.TOPICS, via("sns"), List.of("kms:Decrypt", "kms:GenerateDataKey")));
            case Resource.Queue _, Resource.Key _, Resource.Function _, Resource.UserPool _, Resource.Service _ ->
                Stream.of();
        };
    }

    private static List<String> onRows(List<String> actions) {
        return actions.stream().anyMatch(WRITES::contains) ? WRITE_ROWS : READ_ROWS;
    }

    private static Stream<KeyUse> bucket(KeyGroup group, List<String> actions) {
        var uses = new ArrayList<KeyUse>();
        if (actions.contains("s3:GetObject")) {
            uses.add(new KeyUse(group, via("s3"), DECRYPT));
        }
        if (actions.contains("s3:PutObject")) {
            uses.add(new KeyUse(group, via("s3"), ENCRYPT));
        }
        return uses.stream();
    }

    static String via(String service) {
        return service + ".${AWS::Region}.amazonaws.com";
    }
}
