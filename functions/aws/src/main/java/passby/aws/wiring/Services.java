package passby.aws.wiring;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import passby.aws.delivery.Outside;
import passby.core.archive.Archive;
import passby.core.delivery.Emails;
import passby.core.delivery.PushSigner;
import passby.core.governance.OptOut;
import passby.core.note.NoteSigner;
import passby.core.people.Factors;
import passby.core.picture.PlateMask;
import passby.core.plate.CityKey;
import passby.core.recognition.Recognizer;
import passby.core.redate.PictureBackstops;
import passby.core.sealing.LogStore;
import passby.core.sealing.Witnesses;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What a city stands on. A function asks only for what it uses, and only that is made. */
public interface Services {
    DynamoDbClient dynamoDb();

    S3Client s3();

    S3Presigner presigner();

    SnsClient sns();

    SqsClient sqs();

    /** To officers' mailboxes, where the city has named a sender. */
    Emails emails();

    /** Systems that are not the city's own: webhooks. */
    Outside outside();

    /** Unwrapped when it is first used, never before. */
    Supplier<CityKey> cityKey();

    /** Second factors of people, where they are the city's to reset. */
    Factors factors();

    /** Whether pictures may go to Rekognition at all. */
    OptOut optOut();

    /** Wraps the city's key. */
    KmsClient kms();

    Recognizer rekognition();

    Recognizer container();

    /** Makes plates unreadable; the recogniser does it, as it alone decodes pictures. */
    PlateMask plateMask();

    /**
     * The city's own log.
     *
     * @param kept for how long nobody can delete what is written to it, as the policy in force says it
     */
    LogStore log(Clock clock, Supplier<Duration> kept);

    /** The copy of it that everybody may read. */
    LogStore publicLog(Clock clock, Supplier<Duration> kept);

    /** The data set that is made from that copy. */
    Archive publicFiles();

    /** @param name of the log, its origin */
    NoteSigner logSigner(String name);

    PushSigner pushSigner();

    /** @param bucket of pictures, whose own rules these are */
    PictureBackstops backstops(String bucket);

    Witnesses witnesses();

    /** How much later than the city's own log the public copy is. */
    Duration publicDelay();
}
