package passby.aws.wiring;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.aws.picture.S3Pictures;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Makes clients of AWS that wait for nobody long. The region, and the endpoints where the SDK's own variables name some, come from the
 * environment; no file of the machine is looked at.
 */
final class AwsClients {
    static final Duration ANSWER = Duration.ofSeconds(5);

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final ProxyConfiguration NO_PROXY = ProxyConfiguration.builder()
            .useSystemPropertyValues(false)
            .useEnvironmentVariablesValues(false)
            .build();

    private final Map<String, String> variables;
    private final AwsCredentialsProvider credentials;
    private final List<ExecutionInterceptor> watchers;

    /**
     * @param variables such as {@code System.getenv()}
     * @param watchers see every call to a service
     */
    AwsClients(Map<String, String> variables, AwsCredentialsProvider credentials, List<ExecutionInterceptor> watchers) {
        this.variables = variables;
        this.credentials = credentials;
        this.watchers = watchers;
    }

    S3Client s3(S3ClientBuilder builder) {
        // S3Proxy answers when it has the last byte, and closes the connection on a client that still writes that
        // chunk's signature.
        endpoint("S3")
                .ifPresent(endpoint -> builder.forcePathStyle(hasNoNames(endpoint))
                        .serviceConfiguration(bodies -> bodies.chunkedEncodingEnabled(false)));
        return client(builder, "S3", ANSWER, S3Pictures.clientConfiguration());
    }

    S3Presigner presigner(S3Presigner.Builder builder) {
        builder.region(region()).credentialsProvider(credentials);
        var pathStyle = S3Configuration.builder();
        endpoint("S3").ifPresent(endpoint -> {
            builder.endpointOverride(endpoint);
            pathStyle.pathStyleAccessEnabled(hasNoNames(endpoint));
        });
        return builder.serviceConfiguration(pathStyle.build()).build();
    }

    /** @param service as the SDK's variables of endpoints name it */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, String service) {
        return client(
                builder, service, ANSWER, ClientOverrideConfiguration.builder().build());
    }

    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, String service, Duration answer, ClientOverrideConfiguration configuration) {
        var override = configuration.toBuilder()
                .defaultProfileFile(ProfileFile.aggregator().build());
        watchers.forEach(override::addExecutionInterceptor);
        endpoint(service).ifPresent(builder::endpointOverride);
        return builder.region(region())
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .proxyConfiguration(NO_PROXY)
                        .connectionTimeout(CONNECT)
                        .socketTimeout(answer))
                .dualstackEnabled(false)
                .fipsEnabled(false)
                .overrideConfiguration(override.build())
                .build();
    }

    private Region region() {
        var region = variables.get("AWS_REGION");
        if (region == null) {
            throw new IllegalStateException("environment variables not set: AWS_REGION");
        }
        return Region.of(region);
    }

    private Optional<URI> endpoint(String service) {
        return Optional.ofNullable(variables.get("AWS_ENDPOINT_URL_" + service))
                .or(() -> Optional.ofNullable(variables.get("AWS_ENDPOINT_URL")))
                .map(URI::create);
    }

    /** A bucket's name cannot stand in front of an address, nor of this machine's name: then it stands in the path. */
    static boolean hasNoNames(URI endpoint) {
        var host = endpoint.getHost();
        return host.equals("localhost") || host.startsWith("[") || host.matches("[0-9.]+");
    }
}
