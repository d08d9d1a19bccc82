package passby.aws.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import passby.aws.stub.S3ProxyServer;
import passby.core.id.Digests;
import passby.core.lists.FeedSignature;
import passby.core.lists.FeedUploadUrl;
import passby.core.lists.ImportOutcomes;
import passby.core.lists.ImportOutcomesContract;
import passby.core.lists.ImportTiming;
import passby.core.lists.ListUpload;
import passby.core.lists.Manifests;
import passby.core.lists.ManifestsContract;

/** The buckets of lists: files that were promised, manifests and outcomes. */
class S3ListsIT {
    private static final S3ProxyServer S3 = S3ProxyServer.start("feeds", "lists");
    private static final String FILE = "V000000001,XX0000100,20260901,T00001X,MN,2026,PC,2017,CHEV,AVA,PK,BLU\n";
    private static final String SHA256 = HexFormat.of().formatHex(Digests.sha256(Digests.utf8(FILE)));
    private static final FeedSignature SIGNATURE =
            new FeedSignature("state", SHA256, Instant.parse("2026-11-23T12:00:00Z"), "A".repeat(86) + "==");

    private final S3FeedFiles files = new S3FeedFiles(S3.client(), "feeds");

    @AfterAll
    static void stop() {
        S3.close();
    }

    @Nested
    class ManifestsIT extends ManifestsContract {
        @Override
        protected Manifests manifests() {
            return new S3Manifests(S3.client(), "lists");
        }
    }

    @Nested
    class OutcomesIT extends ImportOutcomesContract {
        @Override
        protected ImportOutcomes outcomes() {
            return new S3ImportOutcomes(S3.client(), "lists");
        }
    }

    private static FeedUploadUrl sign(String source, @Nullable FeedSignature signature) {
        return new S3FeedUploadUrls(S3.presigner(), "feeds")
                .sign(new ListUpload(source, SHA256, FILE.length(), "admin-ito", signature), ImportTiming.URL_LIFE);
    }

    private static int put(FeedUploadUrl url, String bytes) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url.url()).PUT(BodyPublishers.ofString(bytes));
        url.headers().forEach(request::header);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void thePromisedFileComesWithItsSignatureAndWhoSentIt() throws Exception {
        assertThat(put(sign("state", SIGNATURE), FILE)).isEqualTo(200);

        try (var received = files.fetch("state", SHA256).orElseThrow();
                var bytes = received.file().open()) {
            assertThat(new String(bytes.readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo(FILE);
            assertThat(received.signature()).isEqualTo(SIGNATURE);
            assertThat(received.by()).isEqualTo("admin-ito");
        }
    }

    @Test
    void otherBytesThanPromisedAreRefused() throws Exception {
        assertThat(put(sign("other-bytes", null), FILE.replace("BLU", "RED"))).isEqualTo(400);

        assertThat(files.fetch("other-bytes", SHA256)).isEmpty();
    }

    @Test
    void aFileIsSentOnceUntilItIsDeleted() throws Exception {
        assertThat(put(sign("once", null), FILE)).isEqualTo(200);
        assertThat(put(sign("once", null), FILE)).isEqualTo(412);

        files.delete("once", SHA256);
        files.delete("once", SHA256);

        assertThat(files.fetch("once", SHA256)).isEmpty();
        assertThat(put(sign("once", null), FILE)).isEqualTo(200);
    }
}
