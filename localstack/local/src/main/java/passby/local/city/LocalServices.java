package passby.local.city;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import passby.aws.delivery.Outside;
import passby.aws.delivery.PinnedPosts;
import passby.aws.delivery.Reach;
import passby.aws.wiring.Services;
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

/** What the handlers get on one machine in place of AWS: the engines' clients, files of keys, and a log in a folder. */
record LocalServices(
        DynamoDbClient dynamoDb,
        S3Client s3,
        S3Presigner presigner,
        SnsClient sns,
        SqsClient sqs,
        Supplier<CityKey> cityKey,
        Recognizer rekognition,
        Recognizer container,
        OptOut optOut,
        LocalLedger ledger,
        PushSigner pushSigner,
        Emails emails,
        PictureBackstops rules,
        Factors factors)
        implements Services {
    /** S3Proxy deletes nothing by itself: the rules are kept, and nobody follows them. */
    @Override
    public PictureBackstops backstops(String bucket) {
        return rules;
    }

    /** A recogniser that stands in for ours cannot mask: then a shared picture waits, as without a recogniser. */
    @Override
    public PlateMask plateMask() {
        return container instanceof PlateMask mask
                ? mask
                : (picture, parts) -> new PlateMask.Masked.Unavailable("this recogniser does not mask");
    }

    @Override
    public LogStore log(Clock clock, Supplier<Duration> kept) {
        return ledger.own();
    }

    @Override
    public LogStore publicLog(Clock clock, Supplier<Duration> kept) {
        return ledger.published();
    }

    @Override
    public Archive publicFiles() {
        return ledger.data();
    }

    @Override
    public NoteSigner logSigner(String name) {
        return ledger.signer();
    }

    @Override
    public Witnesses witnesses() {
        return ledger.witnesses();
    }

    @Override
    public Duration publicDelay() {
        return ledger.settings().publicDelay();
    }

    @Override
    public Outside outside() {
        return PinnedPosts.to(Reach.THIS_MACHINE);
    }

    @Override
    public KmsClient kms() {
        throw new UnsupportedOperationException("on one machine the city's key is a file");
    }
}
