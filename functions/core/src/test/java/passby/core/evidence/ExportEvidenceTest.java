package passby.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passby.core.ledger.EntryType;
import passby.core.request.Refusal;
import passby.core.testing.Results;

/** The checker runs as its reader runs it: from its source, on a JVM that has nothing else. */
final class ExportEvidenceTest {
    private final Evidence evidence = new Evidence();

    @TempDir
    Path folder;

    private byte[] exported() {
        var hold = evidence.approved();
        evidence.copy.handle();
        return Results.value(evidence.export().handle(evidence.records, hold.holdId()))
                .zip();
    }

    private static Map<String, byte[]> files(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private String check(byte[] zip) throws Exception {
        var source = folder.resolve("VerifyExport.java");
        Files.writeString(source, Evidence.checker());
        var file = Files.write(folder.resolve("package.zip"), zip);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, source.toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }

    @Test
    void aPackageIsGenuineOnABareJvm() throws Exception {
        var zip = exported();

        assertThat(files(zip).keySet())
                .contains(
                        "README.txt",
                        "reads/" + evidence.read.readId() + "/read.json",
                        "reads/" + evidence.read.readId() + "/page.pdf",
                        "reads/" + evidence.read.readId() + "/plate.jpg",
                        "reads/" + evidence.read.readId() + "/vehicle.jpg",
                        "custody.json",
                        "manifest.txt",
                        "ledger-entry.json",
                        "ledger-opening.txt",
                        "VerifyExport.java");
        var leaf = evidence.city
                .ledger()
                .entries(EntryType.EVIDENCE_EXPORTED)
                .getFirst()
                .leafHash();
        assertThat(check(zip)).startsWith("0 GENUINE").contains(leaf);
    }

    @Test
    void theFirstThingThatDoesNotHoldIsNamed() throws Exception {
        var plate = "reads/" + evidence.read.readId() + "/plate.jpg";
        var genuine = files(exported());

        var changed = new LinkedHashMap<>(genuine);
        var bytes = genuine.get(plate).clone();
        bytes[3] ^= 1;
        changed.put(plate, bytes);
        assertThat(check(zip(changed))).startsWith("1 NOT GENUINE: " + plate + " was changed");

        var missing = new LinkedHashMap<>(genuine);
        missing.remove(plate);
        assertThat(check(zip(missing))).startsWith("1 NOT GENUINE: " + plate + " is missing");

        var more = new LinkedHashMap<>(genuine);
        more.put("reads/other.jpg", bytes);
        assertThat(check(zip(more))).startsWith("1 NOT GENUINE: reads/other.jpg is not in the manifest");

        var manifest = new LinkedHashMap<>(missing);
        manifest.put(
                "manifest.txt",
                new String(genuine.get("manifest.txt"), StandardCharsets.UTF_8)
                        .replaceAll("[^\n]*plate.jpg\n", "")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(check(zip(manifest))).startsWith("1 NOT GENUINE: manifest.txt was changed");
    }

    @Test
    void thePackageNamesNoOpeningButThatOfItsManifest() throws Exception {
        var files = files(exported());

        assertThat(new String(files.get("ledger-opening.txt"), StandardCharsets.UTF_8))
                .startsWith("subject ");
        assertThat(new String(files.get("ledger-entry.json"), StandardCharsets.UTF_8))
                .doesNotContain("7TST123");
    }

    @Test
    void whatOneRoleAloneHoldsIsNotExported() {
        var hold = evidence.placed();
        evidence.copy.handle();

        assertThat(Results.refusal(evidence.export().handle(evidence.records, hold.holdId())))
                .isEqualTo(new Refusal.Conflict(ExportEvidence.NOT_APPROVED));
    }

    @Test
    void thereIsNoExportBeforeTheCopiesAreMade() {
        var hold = evidence.approved();

        assertThat(Results.refusal(evidence.export().handle(evidence.records, hold.holdId())))
                .isEqualTo(new Refusal.Conflict(ExportEvidence.NOT_COPIED));
        assertThat(Results.refusal(evidence.export().handle(evidence.records, "unknown")))
                .isInstanceOf(Refusal.NotFound.class);
    }
}
