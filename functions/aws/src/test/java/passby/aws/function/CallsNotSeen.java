package passby.aws.function;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import passby.aws.api.FunctionSpec;

/** Permissions that are needed although no run on one machine shows the call, each with the reason. */
final class CallsNotSeen {
    /** Lambda receives and deletes messages with the rights of the function behind the queue. */
    private static final List<String> OF_THE_EVENT_SOURCE =
            List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");

    /** Without the right to list, S3 answers 403 for an object that is not there, where the code expects 404. */
    private static final String LIST = "s3:ListBucket";

    /** Whether our own transaction was done is asked only when its answer was lost: {@code DynamoDbChangesIT}. */
    private static final String AFTER_A_LOST_ANSWER = "dynamodb:GetItem LedgerOpenings";

    /** The evidence's locks and the log's are S3's own; S3Proxy has none: {@code S3VaultLocksTest} and {@code S3LogStoreIT} send the calls. */
    private static final List<String> OF_LOCKS = List.of(
            "s3:BypassGovernanceRetention",
            "s3:DeleteObjectVersion",
            "s3:GetObjectRetention",
            "s3:ListBucketVersions",
            "s3:PutObjectRetention",
            "s3:PutObjectTagging");

    /** Used by whoever holds the URL that the function signs. */
    private static final String OF_A_SIGNED_URL = "s3:PutObject feeds";

    /** By function, with the test that shows the call. */
    private static final Map<String, List<String>> OF_FUNCTIONS = Map.ofEntries(
            Map.entry("HotLists", List.of(OF_A_SIGNED_URL)),
            // When another run stored the frame first, and when a listed plate is on another agency's list:
            // StoreFindingsTest, DynamoDbHotListsIT.
            Map.entry(
                    "ReadPlates", List.of("dynamodb:GetItem Reads", "s3:DeleteObject pictures", "dynamodb:Scan Lists")),
            // Of a file that is accepted, row by row, and of one that is not done in time: DynamoDbListedRowsIT,
            // DynamoDbListsIT, S3ListsIT.
            Map.entry(
                    "ImportLists",
                    List.of(
                            "dynamodb:BatchWriteItem HotList",
                            "dynamodb:PutItem Lists",
                            "dynamodb:UpdateItem HotList",
                            "dynamodb:UpdateItem Lists",
                            "s3:DeleteObject lists",
                            "s3:GetObject lists",
                            "s3:ListBucket lists",
                            "sqs:ChangeMessageVisibility lists")),
            // What follows when a hit is rejected, or is acted upon: DynamoDbHitsIT.
            Map.entry(
                    "Hits",
                    List.of(
                            "dynamodb:GetItem Frames",
                            "dynamodb:GetItem HotList",
                            "dynamodb:GetItem Jobs",
                            "dynamodb:PutItem Jobs",
                            "dynamodb:Query Reads",
                            "dynamodb:UpdateItem HotList",
                            "dynamodb:UpdateItem Reads")),
            // No rejection is unfinished there: DynamoDbHitsIT.
            Map.entry(
                    "ExpireConfirmations",
                    List.of(
                            "dynamodb:GetItem Frames",
                            "dynamodb:GetItem Jobs",
                            "dynamodb:PutItem Jobs",
                            "dynamodb:Query Reads",
                            "dynamodb:UpdateItem Reads")),
            // Its two reads are held here; the batch, the rows one by one and their pictures: PurgeIT. Sessions, passes
            // and searches by then have gone.
            Map.entry(
                    "Purge",
                    List.of(
                            "dynamodb:BatchWriteItem Reads",
                            "dynamodb:DeleteItem Conduct",
                            "dynamodb:DeleteItem Frames",
                            "dynamodb:DeleteItem LedgerOpenings",
                            "dynamodb:DeleteItem Passes",
                            "dynamodb:DeleteItem People",
                            "dynamodb:DeleteItem Reads",
                            "dynamodb:GetItem Passes",
                            "dynamodb:UpdateItem Conduct",
                            "dynamodb:UpdateItem LedgerOpenings",
                            "dynamodb:UpdateItem People",
                            "dynamodb:UpdateItem Reads",
                            "s3:DeleteObject pictures")),
            // A hit and an opening that a shorter retention dates anew: PurgeIT.
            // Entries have the clock of their author alone: RedateRowsTest. S3Proxy has no lifecycle rules:
            // S3PictureBackstopsTest.
            Map.entry(
                    "Redate",
                    List.of(
                            "dynamodb:UpdateItem Hits",
                            "dynamodb:UpdateItem HotList",
                            "dynamodb:UpdateItem LedgerOpenings",
                            "s3:PutLifecycleConfiguration pictures")),
            // A webhook is HTTPS to a public address, and none is called from here: WebhookDeliveryTest, DeliveryTest,
            // ReadPlatesHandlerTest (a message that comes back later).
            Map.entry(
                    "CallWebhooks",
                    List.of(
                            "dynamodb:GetItem Limits",
                            "dynamodb:PutItem Limits",
                            "dynamodb:UpdateItem Counters",
                            "sqs:ChangeMessageVisibility webhooks")),
            // The city's one entry has no review, and its author neither telephone nor browser nor mailbox:
            // WatchEntriesTest, EncryptedPushesTest, KmsPushSignerTest, SesEmailsTest.
            Map.entry(
                    "WatchEntries",
                    List.of(
                            "dynamodb:PutItem LedgerOpenings",
                            "dynamodb:PutItem LedgerPending",
                            "kms:GetPublicKey push",
                            "kms:Sign push",
                            "ses:GetSuppressedDestination email",
                            "ses:SendEmail email",
                            "sns:Publish sms")),
            // A push service is HTTPS to a public address, and none is called from here: PushDeliveryTest,
            // DynamoDbSubscriptionsIT, EncryptedPushesTest, KmsPushSignerTest. A mailbox: EmailDeliveryTest,
            // SesEmailsTest.
            Map.entry(
                    "DeliverAlerts",
                    List.of(
                            // Of an alert by the city's own entry: DeliveryTest, DynamoDbDutiesIT.
                            "dynamodb:GetItem Conduct",
                            "dynamodb:GetItem Policy",
                            "dynamodb:PutItem LedgerOpenings",
                            "dynamodb:PutItem LedgerPending",
                            "dynamodb:PutItem Subscriptions",
                            "kms:GetPublicKey push",
                            "kms:Sign push",
                            "ses:GetSuppressedDestination email",
                            "ses:SendEmail email",
                            // Of a message that fails: AwayWebhookTest.
                            "sqs:ChangeMessageVisibility alerts")),
            // A browser or a mailbox that is sent its code: EncryptedPushesTest, KmsPushSignerTest, SesEmailsTest.
            Map.entry(
                    "Subscriptions",
                    List.of("kms:Sign push", "ses:GetSuppressedDestination email", "ses:SendEmail email")),
            // What people did is judged from a sealed log of some hours, which no city here has: WatchConductTest,
            // DynamoDbConductReviewsIT.
            Map.entry(
                    "WatchConduct",
                    List.of(
                            "dynamodb:PutItem Conduct",
                            "dynamodb:PutItem LedgerOpenings",
                            "dynamodb:PutItem LedgerPending")),
            // A held picture that shows another plate too is masked first: CopyEvidenceTest, LambdaRecognizerTest.
            Map.entry("CopyEvidence", List.of("lambda:InvokeFunction Recognizer")),
            // The second of two approvals puts the policy in force: DynamoDbPolicyRequestsIT, DecidePolicyRequestTest.
            Map.entry(
                    "Policy",
                    List.of("dynamodb:PutItem Policy", "organizations:DescribeEffectivePolicy organizations")),
            // Whoever is shut out by hand loses their sessions too: SessionsContract, AppointPersonTest.
            Map.entry("AppointPerson", List.of("dynamodb:Query People")),
            // A search by area looks at all cameras: DynamoDbCamerasIT.
            Map.entry("Search", List.of("dynamodb:Scan Cameras")),
            // A grant whose scope holds a read, and one beside which another plate is seen: ReleaseGrantTest,
            // S3PicturesIT,
            // LambdaRecognizerTest.
            Map.entry(
                    "Evidence",
                    List.of("lambda:InvokeFunction Recognizer", "s3:GetObject pictures", "s3:ListBucket pictures")),
            // Cohorts of reads that are closed for good: PurgeIT.
            // A quarantine that begins: QuarantineCamerasTest, DynamoDbCamerasIT.
            Map.entry("CloseDay", List.of("dynamodb:DeleteItem Jobs", "dynamodb:PutItem Cameras")),
            // Of what waits for more than ten minutes, which may be of a copy: SealLedgerTest, DynamoDbEntryIndexIT.
            Map.entry("SealLedger", List.of("dynamodb:BatchGetItem LedgerIndex")),
            // Two reads of a hundred ask for a place in the sample: DynamoDbSamplesIT.
            Map.entry("AdmitFrames", List.of("dynamodb:PutItem Counters")));

    private CallsNotSeen() {}

    static Set<String> of(FunctionSpec function, Set<String> needed) {
        var permitted = function.permissions().stream().flatMap(CallsMade::of).collect(Collectors.toSet());
        var rows = new TreeSet<>(OF_FUNCTIONS.getOrDefault(function.name(), List.of()));
        for (var permission : permitted) {
            var action = permission.substring(0, permission.indexOf(' '));
            var bucket = permission.substring(permission.indexOf(' '));
            if (OF_THE_EVENT_SOURCE.contains(action)
                    || (action.equals(LIST) && needed.contains("s3:GetObject" + bucket))
                    || OF_LOCKS.contains(action)
                    || permission.equals(AFTER_A_LOST_ANSWER)) {
                rows.add(permission);
            }
        }
        rows.removeAll(needed);
        return rows;
    }
}
