package passby.aws.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import passby.aws.stub.S3ProxyServer;
import passby.core.archive.Archive;
import passby.core.archive.ArchiveContract;

final class S3PublicFilesIT extends ArchiveContract {
    private static final String BUCKET = "ledger";
    private static final S3ProxyServer S3 = S3ProxyServer.start(BUCKET);

    private final Archive files = new S3PublicFiles(S3.client(), BUCKET, "log/public/v1/");

    @AfterAll
    static void stop() {
        S3.close();
    }

    @Override
    protected Archive archive() {
        return files;
    }

    @Test
    void aFileLiesWhereCloudFrontLooksAndIsAskedForAgainEachTime() {
        files.put("daily.csv", "day\r\n");

        var stored = S3.client().headObject(head -> head.bucket(BUCKET).key("log/public/v1/daily.csv"));

        assertThat(stored.contentType()).isEqualToIgnoringWhitespace("text/csv;charset=utf-8");
        assertThat(stored.cacheControl()).isEqualTo("no-cache");
    }
}
