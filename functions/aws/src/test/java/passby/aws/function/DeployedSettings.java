package passby.aws.function;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import passby.aws.api.Bucket;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Queue;
import passby.aws.api.Setting;
import passby.aws.dynamodb.LocalDynamoDb;
import passby.aws.sealing.HttpWitnesses;
import passby.aws.stub.S3ProxyServer;
import passby.aws.testing.TestIssuer;

/**
 * The environment of a function as a deployment makes it, but for where AWS is.
 *
 * @param prefix in front of every deployed thing's name
 * @param cloud the services that no engine stands for
 * @param s3 the store of objects
 */
record DeployedSettings(String prefix, URI cloud, URI s3) {
    private static final String ACCOUNT = "111122223333";

    Map<String, String> of(FunctionSpec function) {
        var values = new EnumMap<Setting, String>(Setting.class);
        values.put(Setting.FUNCTION, function.name());
        values.put(Setting.TABLES, prefix);
        values.put(Setting.UPLOADS, name(Bucket.UPLOADS));
        values.put(Setting.UPLOADS_QUEUE, cloud + "/" + Queue.UPLOADS.code());
        values.put(Setting.PICTURES, name(Bucket.PICTURES));
        values.put(Setting.FEEDS, name(Bucket.FEEDS));
        values.put(Setting.LISTS, name(Bucket.LISTS));
        values.put(Setting.LISTS_QUEUE, cloud + "/" + Queue.LISTS.code());
        values.put(Setting.ALERTS_QUEUE, cloud + "/" + Queue.ALERTS.code());
        values.put(Setting.WEBHOOKS_QUEUE, cloud + "/" + Queue.WEBHOOKS.code());
        values.put(Setting.ARCHIVE, name(Bucket.ARCHIVE));
        values.put(Setting.EVIDENCE, name(Bucket.EVIDENCE));
        values.put(Setting.EVIDENCE_LOCKS, "false");
        values.put(Setting.ALERTS, "arn:aws:sns:us-east-1:" + ACCOUNT + ":alerts");
        values.put(Setting.RECOGNIZER, "Recognizer");
        values.put(Setting.CITY_KEY, "arn:aws:kms:us-east-1:" + ACCOUNT + ":key/city");
        values.put(Setting.LEDGER, name(Bucket.LEDGER));
        values.put(Setting.LEDGER_LOCK_DAYS, "0");
        values.put(Setting.LEDGER_KEY, "arn:aws:kms:us-east-1:" + ACCOUNT + ":key/ledger");
        values.put(Setting.PUSH_KEY, "arn:aws:kms:us-east-1:" + ACCOUNT + ":key/push");
        values.put(Setting.EMAIL_SENDER, "alerts@springfield.example");
        values.put(Setting.WITNESSES, HttpWitnesses.NOBODY);
        values.put(Setting.PUBLIC_DELAY_HOURS, "0");
        values.put(Setting.ACCOUNT, ACCOUNT);
        values.put(Setting.ISSUER, TestIssuer.ISSUER.uri());
        values.put(Setting.ISSUER_KEYS, cloud + "/keys");
        values.put(Setting.AUDIENCE, TestIssuer.ISSUER.audience());
        values.put(Setting.SECOND_FACTOR_ENFORCED, "false");
        values.put(Setting.USER_POOL, "us-east-1_madeUp");
        var variables = values.entrySet().stream()
                .collect(Collectors.toMap(setting -> setting.getKey().variable(), Map.Entry::getValue));
        variables.putAll(Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", S3ProxyServer.CREDENTIALS.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", S3ProxyServer.CREDENTIALS.secretAccessKey(),
                "AWS_ENDPOINT_URL", cloud.toString(),
                "AWS_ENDPOINT_URL_DYNAMODB", LocalDynamoDb.endpoint().toString(),
                "AWS_ENDPOINT_URL_S3", s3.toString()));
        return variables;
    }

    private String name(Bucket bucket) {
        return prefix + bucket.code();
    }
}
