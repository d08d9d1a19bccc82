package passby.core.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import passby.core.id.Digests;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Ledger;
import passby.core.people.Caller;
import passby.core.picture.Jpeg;
import passby.core.policy.Action;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Result;

/**
 * Packs the copies of a hold for a prosecutor, a defender or a court: pictures, the reads as JSON and as printable pages,
 * the chain of custody from capture to export, the ledger entries, and a program that checks all of it offline. The entry is
 * durable before the first byte leaves.
 */
public final class ExportEvidence {
    /** A package with the name of its file. */
    public static final class Exported {
        private final String fileName;
        private final byte[] zip;

        public Exported(String fileName, byte[] zip) {
            this.fileName = fileName;
            this.zip = zip;
        }

        public String fileName() {
            return fileName;
        }

        /** The bytes of the ZIP. */
        public byte[] zip() {
            return zip.clone();
        }
    }

    static final String NOT_APPROVED = "Only a hold that a second role approved, and that is in force, is exported.";
    static final String NOT_COPIED = "The copies are being made. Try again in a minute.";

    static final String TOO_LARGE = "The package is larger than one answer can be. Hold the reads in two parts.";

    private final Authorizer authorizer;
    private final Holds holds;
    private final Vault vault;
    private final PrintablePage page;
    private final Ledger ledger;
    private final LogProofs proofs;
    private final String checker;
    private final Clock clock;

    /** @param checker the source of the program that checks a package: a part of each one */
    public ExportEvidence(
            Authorizer authorizer,
            Holds holds,
            Vault vault,
            PrintablePage page,
            Ledger ledger,
            LogProofs proofs,
            String checker,
            Clock clock) {
        this.authorizer = authorizer;
        this.holds = holds;
        this.vault = vault;
        this.page = page;
        this.ledger = ledger;
        this.proofs = proofs;
        this.checker = checker;
        this.clock = clock;
    }

    /** The source of the program that checks a package. */
    public static String checker() {
        try (var source = ExportEvidence.class.getResourceAsStream("/passby/evidence/VerifyExport.java")) {
            return new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the checker is a part of this program", e);
        }
    }

    public Result<Exported> handle(Caller caller, String holdId) {
        return authorizer.handle(Action.EXPORT_EVIDENCE, EntryType.EVIDENCE_EXPORTED, caller, authorized -> {
            var hold = holds.find(holdId);
            if (hold.isEmpty()) {
                return authorized.about(Field.SUBJECT, holdId).notFound();
            }
            var request = authorized.about(about(hold.get()));
            return problem(hold.get())
                    .<Result<Exported>>map(detail -> request.refuse(new Refusal.Conflict(detail)))
                    .orElseGet(() -> export(request, hold.get()));
        });
    }

    private static Map<Field, String> about(Hold hold) {
        return Map.of(
                Field.SUBJECT, hold.holdId(),
                Field.CASE_NUMBER, hold.caseNumber().value(),
                Field.ACTION, "export of hold " + hold.holdId(),
                Field.ON_BEHALF_OF, hold.party());
    }

    private Optional<String> problem(Hold hold) {
        if (hold.state() != Hold.State.HELD || !hold.isInForce(clock.instant())) {
            return Optional.of(NOT_APPROVED);
        }
        return hold.isCopied() ? Optional.empty() : Optional.of(NOT_COPIED);
    }

    private Result<Exported> export(AuthorizedRequest authorized, Hold hold) {
        var files = files(authorized, hold);
        var request = authorized.about(Field.SUBJECT, files.manifestHash());
        var entry = request.entry(hold.entryIds());
        var zip = files.zip(ExportPackage.vouching(entry));
        return zip.length > ExportPackage.MAX_BYTES
                ? request.refuse(new Refusal.Conflict(TOO_LARGE))
                : new Result.Done<>(new Exported("passby-" + hold.holdId() + ".zip", zip), ledger.append(entry));
    }

    private ExportPackage files(AuthorizedRequest request, Hold hold) {
        var files = new ExportPackage();
        files.add("README.txt", readMe(hold));
        hold.reads().forEach(held -> add(files, hold, held.ref().readId()));
        files.add("custody.json", custody(request, hold));
        hold.events().forEach(event -> addEntry(files, event));
        files.add("ledger/log-key.txt", proofs.verifierKey() + "\n");
        files.add("VerifyExport.java", checker);
        return files;
    }

    /** The newest steps may not be sealed yet: they come without a proof, and the checker says so. */
    private void addEntry(ExportPackage files, HoldEvent event) {
        files.add("ledger/" + event.entryId() + ".json", event.canonical());
        proofs.find(event.entryId()).ifPresent(proof -> files.add("ledger/" + event.entryId() + ".proof", proof));
    }

    private void add(ExportPackage files, Hold hold, String readId) {
        var folder = VaultNames.read(hold.holdId(), readId);
        var json = vault.find(folder + "read.json")
                .orElseThrow(() -> new IllegalStateException("a copy is missing from the vault"));
        var pictures = new ArrayList<Jpeg>();
        files.add("reads/" + readId + "/read.json", json);
        for (var name : List.of("plate.jpg", "vehicle.jpg")) {
            vault.find(folder + name).ifPresent(bytes -> {
                files.add("reads/" + readId + "/" + name, bytes);
                pictures.add(new Jpeg(bytes));
            });
        }
        files.add("reads/" + readId + "/page.pdf", page.lay("Read " + readId, lines(hold, json), pictures));
    }

    private static List<String> lines(Hold hold, byte[] json) {
        var lines = new ArrayList<String>();
        lines.add("Case " + hold.caseNumber().value() + ", " + hold.kind().code() + ", for " + hold.party());
        lines.add("SHA-256 of read.json: " + hash(json));
        lines.addAll(ReadLines.of(new String(json, StandardCharsets.UTF_8)));
        return lines;
    }

    /** Who had it, from the camera to this export; capture, receipt and engine stand in each read itself. */
    private String custody(AuthorizedRequest request, Hold hold) {
        var steps = new ArrayList<Object>();
        steps.add(step("captured, received and read", "see reads/*/read.json", "", ""));
        hold.events()
                .forEach(event ->
                        steps.add(step(event.what(), event.by(), event.at().toString(), event.entryId())));
        steps.add(step(
                "exported",
                request.caller().person().personId(),
                clock.instant().toString(),
                "see ledger-entry.json"));
        return CanonicalJson.write(Map.of(
                "v", 1,
                "hold", hold.holdId(),
                "case", hold.caseNumber().value(),
                "kind", hold.kind().code(),
                "authority", hold.authority(),
                "party", hold.party(),
                "city", request.policy().cityId(),
                "agency", request.policy().agency(),
                "steps", steps));
    }

    private static Map<String, Object> step(String what, String by, String at, String entryId) {
        return new TreeMap<>(Map.of("what", what, "by", by, "at", at, "entry", entryId));
    }

    private static String readMe(Hold hold) {
        return """
                This package holds reads of an automated license plate reader, kept for case %s.

                reads/       each read: read.json as it was stored, a page to print, its pictures.
                             Plates of other vehicles in a picture are covered.
                custody.json who had the reads, from capture to this export
                ledger/      the entries of the city's public log about this hold, each with the proof that it
                             stands in the log, and the key by which the log is signed
                manifest.txt SHA-256, length and name of every file

                To check that nothing was changed, with any Java of version 17 or later and without a network:

                    java VerifyExport.java THIS-PACKAGE.zip

                It names the first thing that does not hold. It prints the log's key: compare it with the one that the city
                publishes. It prints the hash of the log's entry about this export, which is sealed some minutes after it; the
                city's public log shows that hash to everybody (scripts/verify-ledger).
                """.formatted(hold.caseNumber().value());
    }

    private static String hash(byte[] content) {
        return HexFormat.of().formatHex(Digests.sha256(content));
    }
}
