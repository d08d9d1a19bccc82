package passby.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passby.core.id.Digests;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.note.TestKeys;
import passby.core.request.Refusal;
import passby.core.testing.Results;
import passby.core.testing.TestData;

/** The checker runs as its reader runs it: from its source, on a JVM that has nothing else. */
final class ExportEvidenceTest {
    private final Evidence evidence = new Evidence();

    @TempDir
    Path folder;

    private byte[] exported() {
        var hold = evidence.approved();
        evidence.copied();
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
        Files.writeString(source, ExportEvidence.checker());
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
        assertThat(check(zip))
                .startsWith("0 GENUINE")
                .contains(
                        "3 of 3 earlier entries are proved",
                        TestKeys.LOG.verifierKey().text(),
                        leaf);
    }

    @Test
    void theFirstThingThatDoesNotHoldIsNamed() throws Exception {
        var plate = "reads/" + evidence.read.readId() + "/plate.jpg";
        var genuine = files(exported());

        var changed = new LinkedHashMap<>(genuine);
        var bytes = Objects.requireNonNull(genuine.get(plate)).clone();
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

    /** Whoever makes a package anew can write a new manifest, but no checkpoint of the log. */
    @Test
    void aProofThatWasChangedWithItsManifestIsNamed() throws Exception {
        var genuine = files(exported());
        var name = genuine.keySet().stream()
                .filter(file -> file.endsWith(".proof"))
                .findFirst()
                .orElseThrow();
        var proof = new String(genuine.get(name), StandardCharsets.UTF_8);
        var origin = TestKeys.LOG.verifierKey().name();

        for (var forged : List.of(
                proof.replaceFirst("index [0-9]+", "index 99"),
                proof.replaceFirst("(?m)^time .*$", "time 2036-01-01T00:00:00Z"),
                proof.replaceFirst(Pattern.quote(origin), "example.org/another"),
                proof.replaceFirst("index ([0-9]+)\n[^\n]+\n", "index $1\n"))) {
            assertThat(forged).isNotEqualTo(proof);
            assertThat(check(zip(vouched(genuine, name, forged)))).startsWith("1 NOT GENUINE: " + name);
        }
    }

    /** A forger's own package: its manifest and the entry that commits to it agree. */
    private static Map<String, byte[]> vouched(Map<String, byte[]> genuine, String name, String content) {
        var files = new ExportPackage();
        var unlisted = Set.of("manifest.txt", "ledger-entry.json", "ledger-opening.txt");
        genuine.forEach((file, bytes) -> {
            if (!unlisted.contains(file)) {
                files.add(file, file.equals(name) ? content.getBytes(StandardCharsets.UTF_8) : bytes);
            }
        });
        var hash = HexFormat.of().formatHex(Digests.sha256(files.manifest().getBytes(StandardCharsets.UTF_8)));
        var entry = TestData.entry(EntryType.EVIDENCE_EXPORTED, Map.of(Field.SUBJECT, hash));
        var opening = Objects.requireNonNull(entry.openings().get(Field.SUBJECT));
        return unzipped(files.zip(Map.of(
                "ledger-entry.json",
                entry.canonical(),
                "ledger-opening.txt",
                "subject " + opening.salt() + " " + opening.value() + "\n" + entry.leafHash() + "\n")));
    }

    private static Map<String, byte[]> unzipped(byte[] zip) {
        try {
            return files(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        evidence.copied();

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
