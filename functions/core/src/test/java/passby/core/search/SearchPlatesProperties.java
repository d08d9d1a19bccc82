package passby.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.search.Searches.body;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import passby.core.policy.Bounds;
import passby.core.read.Read;
import passby.core.retention.NonHitRetention;
import passby.core.testing.ARead;
import passby.core.testing.TestData;

final class SearchPlatesProperties {
    private static Searches searches(int pageRows) {
        var bounds = Bounds.DEFAULT;
        return new Searches(TestData.withBounds(
                TestData.policy(NonHitRetention.DAYS_30),
                new Bounds(
                        bounds.searchWindow(),
                        bounds.searchRows(),
                        pageRows,
                        bounds.searchesPerHour(),
                        bounds.clockSkew(),
                        bounds.confidentPercent(),
                        bounds.unapprovedEntryLife())));
    }

    /** Some reads share an instant, and some are past their retention though still stored. */
    @Property(tries = 200)
    void pagesCoverAQueryExactlyOnce(
            @ForAll @Size(max = 25) List<@IntRange(max = 9) Integer> seconds,
            @ForAll @IntRange(min = 1, max = 7) int pageRows) {
        var searches = searches(pageRows);
        var visible = new ArrayList<Read>();
        for (var second : seconds) {
            var read = ARead.of(searches.uploadId(), "7TST123", NOW.minusSeconds(second));
            var stored = searches.stored(second % 3 == 0 ? read.withExpiresAt(NOW) : read);
            if (second % 3 != 0) {
                visible.add(stored);
            }
        }

        var rows = new ArrayList<Read>();
        var body = new HashMap<>(body("7TST123"));
        while (true) {
            var page = searches.found(body);
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(pageRows);
            page.rows().forEach(row -> rows.add(row.read()));
            if (page.nextPage() == null) {
                break;
            }
            body.put("pageToken", page.nextPage());
            searches.clock.advance(Duration.ofMillis(1));
        }

        assertThat(rows).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(visible);
    }
}
