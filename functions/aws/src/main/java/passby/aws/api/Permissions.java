package passby.aws.api;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import passby.aws.api.Permission.Resource;
import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;

/** The permissions that several functions share, named once. */
final class Permissions {
    /** Amazon SES. */
    static final String EMAIL = "email";

    static final String GET = "dynamodb:GetItem";
    static final String PUT = "dynamodb:PutItem";
    static final String QUERY = "dynamodb:Query";
    static final String SCAN = "dynamodb:Scan";
    static final String UPDATE = "dynamodb:UpdateItem";
    static final String BATCH_WRITE = "dynamodb:BatchWriteItem";
    static final String DELETE = "dynamodb:DeleteItem";
    static final String BATCH_GET = "dynamodb:BatchGetItem";

    private static final Permission POLICY = table(Tables.POLICY, GET);
    private static final Permission COUNTERS = table(Tables.COUNTERS, UPDATE);

    private Permissions() {}

    static Permission table(Table table, String... actions) {
        return new Permission(new Resource.Table(table), List.of(actions));
    }

    /** What the purge does with the rows of a table: finds them by their dates, marks them, deletes them. */
    static Permission expiring(Table table) {
        return table(table, QUERY, UPDATE, DELETE);
    }

    /** Without the right to list, S3 answers a missing object as a forbidden one. */
    static Permission bucket(Bucket bucket, String... actions) {
        return new Permission(new Resource.Bucket(bucket), List.of(actions));
    }

    static Permission pictures() {
        return bucket(Bucket.PICTURES, "s3:GetObject", "s3:ListBucket");
    }

    static Permission alerts() {
        return new Permission(new Resource.Topic("alerts"), List.of("sns:Publish"));
    }

    /** What Lambda does with a queue for the function behind it. */
    static Permission consuming(Queue queue, String... more) {
        return new Permission(
                new Resource.Queue(queue),
                Stream.concat(
                                Stream.of("sqs:ReceiveMessage", "sqs:DeleteMessage"),
                                Stream.concat(Stream.of(more), Stream.of("sqs:GetQueueAttributes")))
                        .toList());
    }

    /** To telephones; a statement beside it keeps it from every topic. */
    static Permission textMessages() {
        return new Permission(new Resource.Service("sms"), List.of("sns:Publish"));
    }

    /** From the city's own sender alone; without one nothing is granted. */
    static Permission emails() {
        return new Permission(new Resource.Service(EMAIL), List.of("ses:GetSuppressedDestination", "ses:SendEmail"));
    }

    static Permission cityKey() {
        return new Permission(new Resource.Key("city"), List.of("kms:Decrypt"));
    }

    /** The key that signs checkpoints: it never leaves KMS. */
    static Permission ledgerKey(String... actions) {
        return new Permission(new Resource.Key("ledger"), List.of(actions));
    }

    /** The key by which push services know the city: it never leaves KMS. */
    static Permission pushKey() {
        return new Permission(new Resource.Key("push"), List.of("kms:GetPublicKey", "kms:Sign"));
    }

    /** A second factor is taken away, never given. */
    static Permission userPool() {
        return new Permission(
                new Resource.UserPool(),
                List.of("cognito-idp:AdminSetUserMFAPreference", "cognito-idp:AdminUserGlobalSignOut"));
    }

    /** The city's key as it is stored: wrapped. */
    static Permission keyRow() {
        return table(Tables.CITY_KEYS, GET);
    }

    /** Whether the organisation keeps its pictures out of AI training. */
    static Permission optOut() {
        return new Permission(new Resource.Service("organizations"), List.of("organizations:DescribeEffectivePolicy"));
    }

    /** Every function that knows the policy. */
    static List<Permission> governed(Permission... own) {
        return join(List.of(POLICY), own);
    }

    /** Every function that knows the policy and counts. */
    static List<Permission> counting(Permission... own) {
        return join(List.of(POLICY, COUNTERS), own);
    }

    /** Every function that writes entries. */
    static List<Permission> entering(Permission... own) {
        return join(governed(table(Tables.LEDGER_PENDING, PUT), table(Tables.LEDGER_OPENINGS, GET, PUT)), own);
    }

    /** Every function that writes entries and counts. */
    static List<Permission> enteringAndCounting(Permission... own) {
        return join(entering(COUNTERS), own);
    }

    /** Every function that people call. */
    static List<Permission> forPeople(Permission... own) {
        return join(enteringAndCounting(table(Tables.PEOPLE, GET, PUT)), own);
    }

    /** Each resource once, with all that is said of it. */
    private static List<Permission> join(List<Permission> common, Permission... own) {
        var actions = new LinkedHashMap<Resource, LinkedHashSet<String>>();
        Stream.concat(common.stream(), Stream.of(own))
                .forEach(permission -> actions.computeIfAbsent(permission.resource(), _ -> new LinkedHashSet<>())
                        .addAll(permission.actions()));
        return actions.entrySet().stream()
                .map(entry -> new Permission(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }
}
