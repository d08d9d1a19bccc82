package passby.aws.wiring;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import passby.aws.api.Bucket;
import passby.aws.api.Setting;
import passby.aws.capture.S3Uploads;
import passby.aws.delivery.KmsPushSigner;
import passby.aws.delivery.Outside;
import passby.aws.delivery.PinnedPosts;
import passby.aws.delivery.Reach;
import passby.aws.delivery.SesEmails;
import passby.aws.dynamodb.Tables;
import passby.aws.governance.OrganizationsOptOut;
import passby.aws.people.CognitoFactors;
import passby.aws.picture.S3PictureBackstops;
import passby.aws.plate.UnwrappedCityKey;
import passby.aws.plate.WrappedCityKeys;
import passby.aws.recognition.LambdaRecognizer;
import passby.aws.recognition.RekognitionRecognizer;
import passby.aws.sealing.DerivedKey;
import passby.aws.sealing.HttpWitnesses;
import passby.aws.sealing.KmsNoteSigner;
import passby.aws.sealing.S3LogStore;
import passby.aws.transparency.S3PublicFiles;
import passby.core.archive.Archive;
import passby.core.delivery.Emails;
import passby.core.delivery.PushSigner;
import passby.core.governance.OptOut;
import passby.core.note.NoteSigner;
import passby.core.people.Factors;
import passby.core.picture.PlateMask;
import passby.core.plate.CityKey;
import passby.core.recognition.PlateChooser;
import passby.core.recognition.PlateSyntax;
import passby.core.recognition.Recognizer;
import passby.core.redate.PictureBackstops;
import passby.core.sealing.LogStore;
import passby.core.sealing.Witnesses;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The services of AWS, by the clients of {@link AwsClients}. */
public final class AwsServices implements Services {
    private final AwsClients clients;
    private final Environment settings;
    private final Supplier<DynamoDbClient> dynamoDb = new Lazy<>(this::makeDynamoDb);
    private final Supplier<S3Client> s3 = new Lazy<>(this::makeS3);
    private final Supplier<KmsClient> kms = new Lazy<>(this::kms);
    private final Supplier<LambdaRecognizer> container = new Lazy<>(this::makeContainer);
    private final UnwrappedCityKey cityKey = new UnwrappedCityKey(this::unwrap);

    /**
     * @param variables such as {@code System.getenv()}
     * @param settings of the function
     * @param watchers see every call to a service
     */
    AwsServices(
            Map<String, String> variables,
            Environment settings,
            AwsCredentialsProvider credentials,
            List<ExecutionInterceptor> watchers) {
        this.clients = new AwsClients(variables, credentials, watchers);
        this.settings = settings;
    }

    @Override
    public DynamoDbClient dynamoDb() {
        return dynamoDb.get();
    }

    @Override
    public S3Client s3() {
        return s3.get();
    }

    @Override
    public S3Presigner presigner() {
        return clients.presigner(S3Presigner.builder());
    }

    @Override
    public SnsClient sns() {
        return clients.client(SnsClient.builder(), "SNS");
    }

    @Override
    public SqsClient sqs() {
        return clients.client(SqsClient.builder(), "SQS");
    }

    @Override
    public Emails emails() {
        var sender = settings.string(Setting.EMAIL_SENDER);
        return sender.equals(Setting.NO_SENDER)
                ? Emails.NONE
                : new SesEmails(clients.client(SesV2Client.builder(), "SESV2"), sender);
    }

    @Override
    public Outside outside() {
        return PinnedPosts.to(Reach.INTERNET);
    }

    @Override
    public Supplier<CityKey> cityKey() {
        return cityKey;
    }

    @Override
    public Factors factors() {
        return new CognitoFactors(
                new Lazy<>(() -> clients.client(CognitoIdentityProviderClient.builder(), "COGNITO_IDENTITY_PROVIDER")),
                settings.string(Setting.USER_POOL));
    }

    @Override
    public OptOut optOut() {
        return new OrganizationsOptOut(
                clients.client(
                        OrganizationsClient.builder(),
                        "ORGANIZATIONS",
                        AwsClients.ANSWER,
                        OrganizationsOptOut.clientConfiguration()),
                settings.string(Setting.ACCOUNT));
    }

    @Override
    public KmsClient kms() {
        return clients.client(KmsClient.builder(), "KMS", AwsClients.ANSWER, WrappedCityKeys.clientConfiguration());
    }

    @Override
    public LogStore log(Clock clock, Supplier<Duration> kept) {
        return log("own/", clock, kept);
    }

    @Override
    public LogStore publicLog(Clock clock, Supplier<Duration> kept) {
        return log("public/", clock, kept);
    }

    @Override
    public PictureBackstops backstops(String bucket) {
        return new S3PictureBackstops(s3(), bucket);
    }

    @Override
    public Archive publicFiles() {
        return new S3PublicFiles(s3(), settings.string(Setting.LEDGER), Bucket.LEDGER.prefix() + "public/v1/");
    }

    private LogStore log(String prefix, Clock clock, Supplier<Duration> kept) {
        Supplier<Duration> lock = () -> lock(kept);
        return new S3LogStore(s3(), settings.string(Setting.LEDGER), Bucket.LEDGER.prefix() + prefix, lock, clock);
    }

    /** The longer of what the deployment and the policy ask for; none in a deployment without locks. */
    private Duration lock(Supplier<Duration> kept) {
        var deployed = Duration.ofDays(Long.parseLong(settings.string(Setting.LEDGER_LOCK_DAYS)));
        return deployed.isZero() || deployed.compareTo(kept.get()) > 0 ? deployed : kept.get();
    }

    @Override
    public NoteSigner logSigner(String name) {
        var keyId = settings.string(Setting.LEDGER_KEY);
        var derivedFrom = DerivedKey.cityKey(keyId);
        if (derivedFrom.isPresent()) {
            return DerivedKey.of(name, unwrap(derivedFrom.get()));
        }
        return new KmsNoteSigner(kms.get(), keyId, new Lazy<>(() -> KmsNoteSigner.verifierKey(kms.get(), keyId, name)));
    }

    @Override
    public PushSigner pushSigner() {
        var keyId = settings.string(Setting.PUSH_KEY);
        return new KmsPushSigner(kms.get(), keyId, new Lazy<>(() -> KmsPushSigner.publicKey(kms.get(), keyId)));
    }

    @Override
    public Witnesses witnesses() {
        return HttpWitnesses.of(settings.string(Setting.WITNESSES));
    }

    @Override
    public Duration publicDelay() {
        return Duration.ofHours(Long.parseLong(settings.string(Setting.PUBLIC_DELAY_HOURS)));
    }

    @Override
    public Recognizer rekognition() {
        var client = clients.client(
                RekognitionClient.builder(),
                "REKOGNITION",
                RekognitionRecognizer.TIMEOUT,
                RekognitionRecognizer.clientConfiguration());
        var uploads = new S3Uploads(s3(), settings.string(Setting.UPLOADS));
        return new RekognitionRecognizer(
                client, new PlateChooser(PlateSyntax.unitedStates()), container.get(), uploads);
    }

    @Override
    public Recognizer container() {
        return container.get();
    }

    @Override
    public PlateMask plateMask() {
        return (picture, parts) -> container.get().mask(picture, parts);
    }

    private DynamoDbClient makeDynamoDb() {
        return clients.client(DynamoDbClient.builder(), "DYNAMODB");
    }

    private S3Client makeS3() {
        return clients.s3(S3Client.builder());
    }

    private LambdaRecognizer makeContainer() {
        // The call's own timeout is to end it, not the socket's.
        var patience = LambdaRecognizer.TIMEOUT.plusSeconds(1);
        var client = clients.client(LambdaClient.builder(), "LAMBDA", patience, LambdaRecognizer.clientConfiguration());
        return new LambdaRecognizer(client, settings.string(Setting.RECOGNIZER));
    }

    private CityKey unwrap() {
        return unwrap(settings.string(Setting.CITY_KEY));
    }

    private CityKey unwrap(String wrappedBy) {
        try (var kms = kms()) {
            var tables = new Tables(settings.string(Setting.TABLES));
            return new WrappedCityKeys(dynamoDb(), tables, kms, wrappedBy).unwrap();
        }
    }
}
