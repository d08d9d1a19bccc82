package passby.operator.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LicenceListTest {
    private static Component jar(String name, String... licences) {
        return new Component("org.example", name, "1.0", List.of(licences), "");
    }

    private static LicenceList list(Component... components) {
        return new LicenceList(new Sbom(List.of(components)), new Sbom(List.of()));
    }

    @Test
    void aJarWithoutAKnownLicenceIsAProblem() {
        assertThat(list(jar("good", "MIT"), jar("none"), jar("odd", "MIT", "Evil-1.0"))
                        .problems())
                .containsExactly(
                        "org.example:none names no licence.", "org.example:odd has an unknown licence: Evil-1.0.");
    }

    @Test
    void ofAJarThatOffersAChoiceTheLicenceThatWasChosenIsListed() {
        var jts = new Component(
                "org.locationtech.jts", "jts-core", "1.0", List.of("EPL-2.0", "EDL-1.0"), "ab".repeat(32));
        var list = new LicenceList(new Sbom(List.of(jts)), new Sbom(List.of()));

        assertThat(list.problems()).isEmpty();
        assertThat(list.markdown()).contains("| org.locationtech.jts:jts-core | 1.0 | BSD-3-Clause | functions |");
    }

    @Test
    void aJarIsListedOnceWithAllThePlacesThatItGoesTo() {
        var jar = jar("shared", "MIT");
        var list = new LicenceList(new Sbom(List.of(jar)), new Sbom(List.of(jar)));

        assertThat(list.markdown().lines().skip(2))
                .containsExactly("| org.example:shared | 1.0 | MIT | functions, recogniser |");
    }

    @Test
    void whatIsShippedButNotBilledIsAProblem(@TempDir Path folder) throws IOException {
        for (var file : List.of("good-1.0.jar", "stranger-2.0.jar", "passby-core-1.0.jar")) {
            Files.writeString(folder.resolve(file), "");
        }

        var problems = Licences.strangers(new Sbom(List.of(jar("good", "MIT"), jar("absent", "MIT"))), folder);

        assertThat(problems)
                .containsExactly(
                        "stranger-2.0.jar is shipped, but in no bill of materials.",
                        "absent-1.0 is in the bill of materials, but not shipped.");
    }

    @Test
    void aFileThatIsNoBillOfMaterialsIsRefused(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("sbom.json"), "{\"bomFormat\": \"other\"}");

        assertThatIllegalArgumentException().isThrownBy(() -> Sbom.read(file));
    }
}
