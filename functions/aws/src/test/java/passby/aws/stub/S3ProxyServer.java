package passby.aws.stub;

import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import passby.aws.picture.S3Pictures;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** An S3 in memory that checks signatures, expiry, checksums and conditions of each request as S3 does. */
public final class S3ProxyServer implements AutoCloseable {
    public static final AwsBasicCredentials CREDENTIALS = AwsBasicCredentials.create("AKIAMADEUPFORTESTS00", "made-up");

    private final S3Proxy proxy;
    private final S3Client client;
    private final S3Presigner presigner;

    private S3ProxyServer(S3Proxy proxy) {
        var credentials = StaticCredentialsProvider.create(CREDENTIALS);
        this.proxy = proxy;
        var endpoint = endpoint();
        this.client = client(UrlConnectionHttpClient.create());
        this.presigner = S3Presigner.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }

    public static S3ProxyServer start(String... buckets) {
        try {
            var proxy = S3Proxy.builder()
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .awsAuthentication(
                            AuthenticationType.AWS_V4, CREDENTIALS.accessKeyId(), CREDENTIALS.secretAccessKey())
                    .blobStore(new TransientNio2BlobStore())
                    .build();
            proxy.start();
            var server = new S3ProxyServer(proxy);
            for (var bucket : buckets) {
                server.client.createBucket(create -> create.bucket(bucket));
            }
            return server;
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy did not start", e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    public S3Client client() {
        return client;
    }

    /**
     * A client of its own over the given connection. Its bodies are whole: S3Proxy 4.1.0 answers as soon as it has the last byte
     * of the object and closes the connection when the signature of the last chunk comes after that, and a client that is still
     * writing fails.
     */
    public S3Client client(SdkHttpClient http) {
        return S3Client.builder()
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(CREDENTIALS))
                .forcePathStyle(true)
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                .overrideConfiguration(S3Pictures.clientConfiguration())
                .httpClient(http)
                .build();
    }

    public S3Presigner presigner() {
        return presigner;
    }

    @Override
    public void close() {
        try {
            client.close();
            presigner.close();
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy did not stop", e);
        }
    }
}
