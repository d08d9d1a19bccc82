package passby.aws.dynamodb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/** One DynamoDB Local for all tests of this JVM, in memory, on the loopback interface. It ends with the JVM. */
public final class LocalDynamoDb {
    private static final int MAX_ATTEMPTS = 2;

    /** Started by whoever comes first. */
    private static final class Shared {
        private static final URI ENDPOINT = start();
        private static final DynamoDbClient CLIENT = clientOf(ENDPOINT);
    }

    private LocalDynamoDb() {}

    public static DynamoDbClient client() {
        return Shared.CLIENT;
    }

    public static URI endpoint() {
        return Shared.ENDPOINT;
    }

    /** Tables of their own, empty. */
    public static Tables freshTables(String prefix) {
        var tables = new Tables(prefix + "-");
        new CreateTables(client(), tables).handle();
        return tables;
    }

    public static DynamoDbClient clientOf(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIALOCAL", "none")))
                .httpClient(UrlConnectionHttpClient.builder()
                        .socketTimeout(Duration.ofSeconds(20))
                        .build())
                .overrideConfiguration(override -> override.retryStrategy(retry -> retry.maxAttempts(MAX_ATTEMPTS)))
                .build();
    }

    private static URI start() {
        try {
            var port = freePort();
            ServerRunner.createServerFromCommandLineArgs(
                            new String[] {"-port", String.valueOf(port), "-inMemory", "-sharedDb", "-disableTelemetry"})
                    .start();
            return URI.create("http://127.0.0.1:" + port);
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not start", e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
