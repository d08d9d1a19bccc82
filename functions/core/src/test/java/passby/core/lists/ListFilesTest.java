package passby.core.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;
import static passby.core.testing.TestData.caller;
import static passby.core.testing.TestData.person;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import passby.core.form.Form;
import passby.core.id.Digests;
import passby.core.ledger.EntryType;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.request.Refusal;
import passby.core.retention.NonHitRetention;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

final class ListFilesTest {
    private static final byte[] FILE = Importing.row(1).getBytes(StandardCharsets.US_ASCII);
    private static final String SHA256 = HexFormat.of().formatHex(Digests.sha256(FILE));

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final InMemoryLists lists = new InMemoryLists(city.ledger());
    private final InMemoryImportOutcomes outcomes = new InMemoryImportOutcomes();
    private final Caller admin = caller(person("admin-ito", Role.SYSTEM_ADMIN));
    private ListPolicy policy = ListPolicy.DEFAULT;
    private final ListFiles files = new ListFiles(
            TestAuthorizer.open(city, clock),
            lists,
            (upload, life) -> new FeedUploadUrl(
                    URI.create("https://feeds.example/" + upload.source() + "/" + upload.by()),
                    Map.of(),
                    NOW.plus(life)),
            outcomes,
            () -> policy,
            clock);

    ListFilesTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
        lists.put(Importing.source(java.util.Base64.getEncoder()
                .encodeToString(Importing.KEYS.getPublic().getEncoded())));
    }

    private static Form upload(@Nullable FeedSignature signature) {
        var body = new HashMap<String, Object>(Map.of("sha256", SHA256, "bytes", BigDecimal.valueOf(FILE.length)));
        if (signature != null) {
            body.put("signature", signature.text());
        }
        return new Form(body);
    }

    @Test
    void aSignedFileGetsAPlaceForHalfAnHour() {
        var signature = Importing.sign(Importing.SOURCE, FILE, NOW);

        var url = Results.value(files.upload(admin, Importing.SOURCE, upload(signature)));

        assertThat(url.url()).hasPath("/state/admin-ito");
        assertThat(url.expiresAt()).isEqualTo(NOW.plus(ImportTiming.URL_LIFE));
        assertThat(city.ledger().entries(EntryType.LIST_UPLOAD_ISSUED)).hasSize(1);
    }

    @Test
    void aFileThatNoImportWouldTakeIsRefusedBeforeItIsSent() {
        var ofAnotherList = Importing.sign("other", FILE, NOW);
        var ofAnotherFile = Importing.sign(Importing.SOURCE, new byte[] {1}, NOW);

        for (var signature : new FeedSignature[] {null, ofAnotherList, ofAnotherFile}) {
            assertThat(Results.refusal(files.upload(admin, Importing.SOURCE, upload(signature))))
                    .isInstanceOfSatisfying(
                            Refusal.Conflict.class,
                            conflict -> assertThat(conflict.state()).isEqualTo("not-signed"));
        }
    }

    @Test
    void aFileWithoutASignatureNeedsTwoPeopleBeforeItIsSent() {
        lists.put(Importing.source(null));

        assertThat(Results.refusal(files.upload(admin, Importing.SOURCE, upload(null))))
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class,
                        conflict -> assertThat(conflict.state()).isEqualTo("not-approved"));
    }

    @Test
    void aLocalOnlyCityTakesNothing() {
        policy = new ListPolicy(true, ListPolicy.DEFAULT.fileCodes(), 5, 30);

        assertThat(Results.refusal(
                        files.upload(admin, Importing.SOURCE, upload(Importing.sign(Importing.SOURCE, FILE, NOW)))))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void everythingThatIsWrongWithAnUploadIsSaidAtOnce() {
        var body = new Form(Map.of(
                "sha256", "AB", "bytes", BigDecimal.valueOf(ImportTiming.MAX_BYTES + 1), "signature", "five lines"));

        assertThat(Results.problems(files.upload(admin, Importing.SOURCE, body)))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactlyInAnyOrder("sha256 malformed", "bytes out-of-range", "signature malformed");
    }

    @Test
    void whoWaitsSeesHowFarTheImportIs() {
        assertThat(Results.refusal(files.progress(admin, Importing.SOURCE, SHA256)))
                .isEqualTo(new Refusal.NotFound());

        lists.put(Importing.source(null).with(new RunningImport(1, SHA256, "m", "lease", NOW.plusSeconds(60), 500)));

        assertThat(Results.value(files.progress(admin, Importing.SOURCE, SHA256)))
                .isEqualTo(new ListFiles.Progress(true, 500, null));
        assertThat(Results.refusal(files.progress(admin, Importing.SOURCE, "ab".repeat(32))))
                .isEqualTo(new Refusal.NotFound());
        assertThat(Results.refusal(files.progress(admin, "nobody", SHA256))).isEqualTo(new Refusal.NotFound());
    }
}
