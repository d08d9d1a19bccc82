package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import passby.core.disclosure.LedgerExport;
import passby.core.note.Note;
import passby.core.note.VerifierKey;
import passby.core.tlog.Checkpoint;
import passby.core.tlog.Hash;
import passby.core.tlog.InclusionProof;
import passby.core.tlog.Proofs;
import passby.local.city.LedgerFolder;

/** From an officer's search to what a stranger can check about it. */
@ExtendWith(SharedCity.class)
final class LedgerJourneyIT {
    private static VerifierKey key(TestCity city) throws Exception {
        var vkey = LedgerFolder.open(ledger(city)).find("vkey").orElseThrow();
        return VerifierKey.parse(new String(vkey, StandardCharsets.UTF_8).strip());
    }

    private static Path ledger(TestCity city) {
        return city.folder().resolve("ledger");
    }

    private static Checkpoint checked(Note note, VerifierKey key) {
        assertThat(note.isSignedBy(key)).isTrue();
        return Checkpoint.parse(note.text());
    }

    private static Map<String, Object> lately(TestCity city, Map<String, Object> more) {
        var query = new HashMap<>(more);
        query.put("from", city.clock().instant().minusSeconds(3600).toString());
        query.put("to", city.clock().instant().plusSeconds(60).toString());
        return query;
    }

    /** Of all pages: other journeys of the same hour fill the first one. */
    private static List<String> ids(Visitor caller, String path, Map<String, Object> query) throws Exception {
        var ids = new ArrayList<String>();
        var asked = new HashMap<>(query);
        for (var more = true; more; ) {
            var page = caller.post(path, asked).is(200);
            ids.addAll(page.path("entries").findValuesAsText("id"));
            more = page.path("nextPage").isTextual();
            asked.put("pageToken", page.path("nextPage").asText());
        }
        return ids;
    }

    @Test
    void aSearchIsProvedToItsOfficerAMinuteLater(TestCity city) throws Exception {
        var receipt =
                city.officer().post("/v1/searches", city.search("LDG0001")).is(200);
        var entryId = receipt.path("entryId").asText();
        city.city().tick();

        var answer = city.anybody().get("/v1/ledger/proofs/" + entryId).is(200);

        var proof = InclusionProof.parse(answer.path("proof").asText());
        var checkpoint = checked(proof.checkpoint(), key(city));
        var leaf = Hash.parseHex(receipt.path("leafHash").asText());
        assertThat(answer.path("leafHash").asText()).isEqualTo(leaf.hex());
        assertThat(Proofs.isIncluded(leaf, proof.index(), checkpoint.size(), checkpoint.root(), proof.path()))
                .isTrue();
        assertThat(HexFormat.of().formatHex(checkpoint.root().bytes())).hasSize(64);
    }

    @Test
    void anAuditorFindsExportsAndDisclosesWhatAnOfficerDid(TestCity city) throws Exception {
        var entryId = city.officer()
                .post("/v1/searches", city.search("LDG0002"))
                .is(200)
                .path("entryId")
                .asText();
        city.city().tick();
        var auditor = city.person("auditor-quist");

        var found =
                ids(auditor, "/v1/ledger/searches", lately(city, Map.of("type", "search", "person", "officer-rivera")));
        var one = auditor.get("/v1/ledger/" + entryId).is(200);
        var exported = auditor.post("/v1/ledger/exports", lately(city, Map.of("person", "officer-rivera")))
                .is(200);
        var disclosed = auditor.post(
                        "/v1/ledger/" + entryId + "/disclosures", Map.of("field", "plate", "reason", "Request 26-112"))
                .is(201);

        assertThat(found).contains(entryId);
        assertThat(one.path("opened").path("plate").asText()).isEqualTo("LDG0002");
        assertThat(one.path("opened").path("actor").asText()).isEqualTo("officer-rivera");
        assertThat(exported.path("csv").asText()).contains("LDG0002");
        var bundle = LedgerExport.parse(disclosed.path("bundle").asText());
        var checkpoint = checked(bundle.checkpoint(), key(city));
        var entry = bundle.entries().getFirst();
        assertThat(entry.falselyOpened()).isEmpty();
        assertThat(entry.openings()).hasSize(1);
        assertThat(Proofs.isIncluded(entry.leaf(), entry.index(), checkpoint.size(), checkpoint.root(), entry.path()))
                .isTrue();
    }

    @Test
    void anOfficerSeesTheirOwnEntriesAndNobodyElses(TestCity city) throws Exception {
        var entryId = city.officer()
                .post("/v1/searches", city.search("LDG0003"))
                .is(200)
                .path("entryId")
                .asText();
        city.city().tick();

        var mine = ids(city.officer(), "/v1/ledger/own-searches", lately(city, Map.of()));
        var others = ids(city.person("auditor-quist"), "/v1/ledger/own-searches", lately(city, Map.of()));

        assertThat(mine).contains(entryId);
        assertThat(others).doesNotContain(entryId);
        city.officer().post("/v1/ledger/searches", lately(city, Map.of())).is(403);
    }
}
