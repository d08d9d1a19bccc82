package software.amazon.awssdk.regions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ours against the SDK's own, which is read from its jar. */
final class GeneratedServiceMetadataProviderTest {
    @ParameterizedTest
    @ValueSource(strings = {"dynamodb", "kms", "lambda", "organizations", "rekognition", "s3", "sns"})
    void aServiceIsWhatTheSdkSaysItIs(String service) throws ReflectiveOperationException, IOException {
        var ours = Objects.requireNonNull(new GeneratedServiceMetadataProvider().serviceMetadata(service));

        try (var sdk = sdk()) {
            var provider = sdk.loadClass(GeneratedServiceMetadataProvider.class.getName());
            var theirs = provider.getMethod("serviceMetadata", String.class)
                    .invoke(provider.getConstructor().newInstance(), service);
            assertThat(provider).isNotEqualTo(GeneratedServiceMetadataProvider.class);
            assertThat(ours.getClass().getName()).isEqualTo(theirs.getClass().getName());
        }
    }

    @Test
    void ofAnyOtherServiceTheSdkAssumesItsOwnRegion() {
        var unknown = ServiceMetadata.of("no-such-service");

        assertThat(unknown.signingRegion(Region.EU_CENTRAL_1)).isEqualTo(Region.EU_CENTRAL_1);
    }

    @Test
    void oursIsTheOneThatIsFound() {
        var source =
                GeneratedServiceMetadataProvider.class.getProtectionDomain().getCodeSource();

        assertThat(source.getLocation().getPath()).doesNotContain("regions-");
    }

    /** The SDK's jar alone, in front of this class path. */
    private static URLClassLoader sdk() throws IOException {
        var jar = Region.class.getProtectionDomain().getCodeSource().getLocation();
        return new URLClassLoader(new URL[] {jar}, Object.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                try {
                    return super.findClass(name);
                } catch (ClassNotFoundException e) {
                    return GeneratedServiceMetadataProviderTest.class
                            .getClassLoader()
                            .loadClass(name);
                }
            }
        };
    }
}
