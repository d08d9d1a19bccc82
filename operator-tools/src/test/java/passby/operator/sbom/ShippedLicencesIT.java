package passby.operator.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads the bills of materials that the build has just written. */
final class ShippedLicencesIT {
    private static final Path ROOT = Path.of("..");

    private LicenceList shipped;
    private String document;

    @BeforeEach
    void read() throws IOException {
        shipped = Licences.shipped(ROOT);
        document = Files.readString(ROOT.resolve(Licences.DOCUMENT));
    }

    private Stream<Component> ofOthers() {
        return Stream.of(shipped.functions(), shipped.recognizer()).flatMap(sbom -> sbom.ofOthers().stream());
    }

    @Test
    void everythingShippedHasALicenceThatWeKnow() {
        assertThat(shipped.problems()).isEmpty();
    }

    @Test
    void theDocumentNamesEverythingShippedAndNothingElse() {
        assertThat(Licences.withTable(document, shipped.markdown()))
                .as("docs/licences.md, which scripts/sbom writes")
                .isEqualTo(document);
    }

    @Test
    void bothBillsAreFullAndTellTheHashOfEachJar() {
        assertThat(shipped.functions().ofOthers())
                .extracting(Component::name)
                .contains("dynamodb", "cedar-java", "nimbus-jose-jwt", "jackson-databind");
        assertThat(shipped.recognizer().ofOthers())
                .extracting(Component::name)
                .contains("opencv", "onnxruntime", "aws-lambda-java-runtime-interface-client");
        assertThat(ofOthers()).allMatch(component -> component.sha256().matches("[0-9a-f]{64}"));
    }

    /** Maven from 3.9 compares what it fetches with these hashes itself; an older one does not, so what is shipped is compared here. */
    @Test
    void eachShippedJarHasTheHashThatTheRepositoryKeeps() throws IOException {
        try (var lines = Files.lines(ROOT.resolve(".mvn/checksums/checksums.sha256"))) {
            var kept = lines.map(line -> line.substring(0, line.indexOf(' '))).collect(Collectors.toSet());

            assertThat(ofOthers())
                    .as("shipped jars that scripts/pin has not written, or whose bytes are others")
                    .filteredOn(component -> !kept.contains(component.sha256()))
                    .extracting(Component::coordinates)
                    .isEmpty();
        }
    }

    @Test
    void nothingThatOnlyTestsUseIsShipped() {
        assertThat(ofOthers())
                .extracting(Component::coordinates)
                .noneMatch(
                        name -> Stream.of("junit", "assertj", "jqwik", "DynamoDBLocal", "s3proxy", "logback", "awscdk")
                                .anyMatch(name::contains));
    }
}
