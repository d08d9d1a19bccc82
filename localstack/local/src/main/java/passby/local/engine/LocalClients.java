package passby.local.engine;

import java.net.URI;
import java.util.List;
import passby.aws.picture.S3Pictures;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SDK's own clients, pointed at the engines with made-up credentials: what handlers get instead of clients for AWS. */
public record LocalClients(DynamoDbClient dynamoDb, S3Client s3, S3Presigner presigner, SqsClient sqs, SnsClient sns)
        implements AutoCloseable {
    /** The only credentials that the local S3 knows. */
    public static final AwsBasicCredentials CREDENTIALS =
            AwsBasicCredentials.create("AKIAMADEUPLOCALCITY0", "MadeUpSecretOfTheLocalCity");

    static LocalClients of(
            LocalDynamoDb dynamoDb, LocalS3 s3, LocalSqs sqs, LocalSns sns, List<ExecutionInterceptor> watchers) {
        return new LocalClients(
                watched(pointed(DynamoDbClient.builder(), dynamoDb.endpoint()), watchers)
                        .build(),
                watched(s3(s3.endpoint()), S3Pictures.clientConfiguration(), watchers)
                        .build(),
                presigner(s3.endpoint()),
                sqs.client(watchers),
                watched(pointed(SnsClient.builder(), sns.endpoint()), watchers).build());
    }

    /** For whoever starts that engine alone. */
    public static DynamoDbClient dynamoDb(LocalDynamoDb engine) {
        return pointed(DynamoDbClient.builder(), engine.endpoint()).build();
    }

    /** For whoever starts that engine alone. */
    public static S3Client s3(LocalS3 engine) {
        return s3(engine.endpoint()).build();
    }

    /**
     * Whole bodies: S3Proxy 4.1.0 answers as soon as it has the last byte of the object and closes the connection when the
     * signature of the last chunk comes after that, and a client that is still writing fails.
     */
    static S3ClientBuilder s3(URI endpoint) {
        return pointed(
                S3Client.builder().forcePathStyle(true).serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false)),
                endpoint);
    }

    static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B pointed(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(LocalAccount.REGION)
                .credentialsProvider(credentials())
                .httpClientBuilder(UrlConnectionHttpClient.builder());
    }

    static <B extends SdkClientBuilder<B, ?>> B watched(B builder, List<ExecutionInterceptor> watchers) {
        return watched(builder, ClientOverrideConfiguration.builder().build(), watchers);
    }

    private static <B extends SdkClientBuilder<B, ?>> B watched(
            B builder, ClientOverrideConfiguration configuration, List<ExecutionInterceptor> watchers) {
        var watched = configuration.toBuilder();
        watchers.forEach(watched::addExecutionInterceptor);
        return builder.overrideConfiguration(watched.build());
    }

    private static S3Presigner presigner(URI endpoint) {
        return S3Presigner.builder()
                .endpointOverride(endpoint)
                .region(LocalAccount.REGION)
                .credentialsProvider(credentials())
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }

    private static AwsCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(CREDENTIALS);
    }

    @Override
    public void close() {
        dynamoDb.close();
        s3.close();
        presigner.close();
        sqs.close();
        sns.close();
    }
}
