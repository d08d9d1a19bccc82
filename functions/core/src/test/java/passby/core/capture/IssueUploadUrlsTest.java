package passby.core.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.NOW;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.id.Ulids;
import passby.core.ledger.Count;
import passby.core.policy.FreshPolicy;
import passby.core.policy.PolicyUnavailable;
import passby.core.retention.NonHitRetention;
import passby.core.testing.CountingEntropy;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class IssueUploadUrlsTest {
    private static final String SHA_256 = "ab".repeat(32);

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final Camera camera = TestData.camera("cam-elm");
    private final UploadUrls urls = (key, request, life) ->
            new UploadUrl(key.uploadId(), URI.create("https://made.up/" + key.format()), Map.of(), NOW.plus(life));
    private final IssueUploadUrls issue = new IssueUploadUrls(
            new FreshPolicy(city.policyDocuments(), clock),
            urls,
            city.counters(),
            new Ulids(clock, new CountingEntropy(1)),
            clock);

    private List<IssueUploadUrls.Issued> issued(NonHitRetention retention, Instant... capturedAt) {
        city.policyDocuments().put(TestData.policy(retention));
        return issue.handle(
                camera,
                List.of(capturedAt).stream()
                        .map(at -> new UploadRequest(1000, SHA_256, TestData.facts(at)))
                        .toList());
    }

    @Test
    void inFlushModeALateFrameDoesNotHoldUpTheRest() {
        var issued = issued(NonHitRetention.FLUSH, NOW, NOW.minusSeconds(30), NOW.minusMillis(29_999));

        assertThat(issued.get(0)).isInstanceOf(IssueUploadUrls.Issued.Url.class);
        assertThat(issued.get(1)).isEqualTo(new IssueUploadUrls.Issued.TooLate());
        assertThat(issued.get(2)).isInstanceOf(IssueUploadUrls.Issued.Url.class);
        assertThat(city.counters().total(Count.UPLOAD_URL_ISSUED)).isEqualTo(2);
        assertThat(city.counters().total(Count.UPLOAD_REFUSED)).isEqualTo(1);
    }

    @Test
    void inDaysModeALateFrameDoesNotHoldUpTheRest() {
        var issued = issued(
                NonHitRetention.DAYS_7,
                NOW.minus(Duration.ofDays(7)),
                NOW.minus(Duration.ofDays(7)).plusMillis(1));

        assertThat(issued.get(0)).isEqualTo(new IssueUploadUrls.Issued.TooLate());
        assertThat(issued.get(1)).isInstanceOf(IssueUploadUrls.Issued.Url.class);
    }

    @Test
    void aUrlLivesHalfAMinuteInFlushModeAndTenMinutesInDaysMode() {
        assertThat(issued(NonHitRetention.FLUSH, NOW).getFirst())
                .isInstanceOfSatisfying(
                        IssueUploadUrls.Issued.Url.class,
                        url -> assertThat(url.url().expiresAt()).isEqualTo(NOW.plusSeconds(30)));
        clock.advance(Duration.ofSeconds(30));
        assertThat(issued(NonHitRetention.DAYS_7, NOW).getFirst())
                .isInstanceOfSatisfying(
                        IssueUploadUrls.Issued.Url.class,
                        url -> assertThat(url.url().expiresAt()).isEqualTo(NOW.plusSeconds(600)));
    }

    @Test
    void everyFrameGetsAKeyOfItsOwnUnderItsCameraAndMinute() {
        var issued = issued(NonHitRetention.DAYS_7, NOW, NOW);

        var keys = issued.stream()
                .map(one ->
                        ((IssueUploadUrls.Issued.Url) one).url().url().getPath().substring(1))
                .map(key -> UploadKey.parse(key).orElseThrow())
                .toList();
        assertThat(keys).doesNotHaveDuplicates().allSatisfy(key -> {
            assertThat(key.cameraId()).isEqualTo("cam-elm");
            assertThat(key.issued()).isEqualTo(NOW);
        });
    }

    @Test
    void aCaptureInTheFutureIsNotLate() {
        assertThat(issued(NonHitRetention.FLUSH, NOW.plus(Duration.ofDays(9))).getFirst())
                .isInstanceOf(IssueUploadUrls.Issued.Url.class);
    }

    @Test
    void withoutAPolicyThereIsNoUrl() {
        city.policyDocuments().setReadable(false);

        assertThatThrownBy(() -> issued(NonHitRetention.DAYS_7, NOW)).isInstanceOf(PolicyUnavailable.class);
    }
}
