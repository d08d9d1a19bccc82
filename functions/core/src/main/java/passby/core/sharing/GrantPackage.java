package passby.core.sharing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import passby.core.evidence.EvidenceRead;
import passby.core.evidence.ExportPackage;
import passby.core.evidence.LogProofs;
import passby.core.evidence.PrintablePage;
import passby.core.evidence.ReadLines;
import passby.core.id.Digests;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.Field;
import passby.core.picture.Jpeg;
import passby.core.policy.EffectivePolicy;
import passby.core.read.Read;

/** What leaves the city on a grant: the same package that a court gets, of reads that are not held. */
final class GrantPackage {
    private final PrintablePage page;
    private final LogProofs proofs;
    private final String checker;

    /** @param checker the source of the program that checks a package: a part of each one */
    GrantPackage(PrintablePage page, LogProofs proofs, String checker) {
        this.page = page;
        this.proofs = proofs;
        this.checker = checker;
    }

    /** @param pictures by name of file, other plates covered; none of a read whose pictures are gone */
    record Given(Read read, Map<String, Jpeg> pictures) {
        Given {
            pictures = Map.copyOf(pictures);
        }
    }

    /**
     * @param by who releases it
     * @param at when
     */
    ExportPackage pack(
            Grant grant, AskedGrants.Asked asked, List<Given> given, EffectivePolicy policy, String by, Instant at) {
        var files = new ExportPackage();
        files.add("README.txt", readMe(asked, given.size()));
        files.add("request.json", request(grant, asked, policy));
        given.forEach(one -> add(files, asked, one));
        files.add("custody.json", custody(grant, by, at));
        grant.steps().forEach(step -> addEntry(files, step));
        files.add("ledger/log-key.txt", proofs.verifierKey() + "\n");
        files.add("VerifyExport.java", checker);
        return files;
    }

    private void add(ExportPackage files, AskedGrants.Asked asked, Given given) {
        var folder = "reads/" + given.read().readId() + "/";
        var json = EvidenceRead.write(given.read());
        files.add(folder + "read.json", json);
        var pictures = new ArrayList<Jpeg>();
        new TreeMap<>(given.pictures()).forEach((name, picture) -> {
            files.add(folder + name, picture.bytes());
            pictures.add(picture);
        });
        var lines = new ArrayList<String>();
        lines.add("Case " + asked.fields().get(Field.CASE_NUMBER) + ", for "
                + asked.requester().agency());
        lines.add("SHA-256 of read.json: " + Digests.sha256Hex(json));
        lines.addAll(ReadLines.of(json));
        files.add(folder + "page.pdf", page.lay("Read " + given.read().readId(), lines, pictures));
    }

    /** The newest steps may not be sealed yet: they come without a proof, and the checker says so. */
    private void addEntry(ExportPackage files, GrantStep step) {
        files.add("ledger/" + step.entryId() + ".json", step.canonical().getBytes(StandardCharsets.UTF_8));
        proofs.find(step.entryId()).ifPresent(proof -> files.add("ledger/" + step.entryId() + ".proof", proof));
    }

    /** What was asked, word for word, so that whoever gets the package knows for what alone it may be used. */
    private static String request(Grant grant, AskedGrants.Asked asked, EffectivePolicy policy) {
        var json = new HashMap<String, Object>(Map.of(
                "v", 1,
                "grant", grant.grantId(),
                "city", policy.cityId(),
                "agency", policy.agency(),
                "requester", asked.requester().canonical(),
                "scope", asked.scope().canonical()));
        for (var field : List.of(Field.OFFENCE, Field.CASE_NUMBER, Field.NARRATIVE)) {
            json.put(field.code(), asked.fields().getOrDefault(field, ""));
        }
        return CanonicalJson.write(json);
    }

    private static String custody(Grant grant, String by, Instant at) {
        var steps = new ArrayList<Object>();
        steps.add(step("captured, received and read", "see reads/*/read.json", "", ""));
        grant.steps()
                .forEach(
                        step -> steps.add(step(step.what(), step.by(), step.at().toString(), step.entryId())));
        steps.add(step("released", by, at.toString(), "see ledger-entry.json"));
        return CanonicalJson.write(Map.of("v", 1, "grant", grant.grantId(), "steps", steps));
    }

    private static Map<String, Object> step(String what, String by, String at, String entryId) {
        return Map.of("what", what, "by", by, "at", at, "entry", entryId);
    }

    private static String readMe(AskedGrants.Asked asked, int count) {
        return """
                This package answers one written request to a city that reads license plates, for case %s. It holds %d reads:
                all that the city had of the request's scope when it was released. The city gives it once. A read is a lead only.

                request.json who asked, for what and why; the package may be used for nothing else
                reads/       each read: read.json as it was stored, a page to print, its pictures.
                             Plates of other vehicles in a picture are covered.
                custody.json who had the reads, from capture to this release
                ledger/      the entries of the city's public log about this grant, each with the proof that it
                             stands in the log, and the key by which the log is signed
                manifest.txt SHA-256, length and name of every file

                To check that nothing was changed, with any Java of version 17 or later and without a network:

                    java VerifyExport.java THIS-PACKAGE.zip
                """.formatted(asked.fields().getOrDefault(Field.CASE_NUMBER, ""), count);
    }
}
