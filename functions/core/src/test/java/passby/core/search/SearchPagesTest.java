package passby.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.search.Searches.body;
import static passby.core.testing.TestData.NOW;
import static passby.core.testing.TestData.officer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.ledger.Outcome;
import passby.core.request.Refusal;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.testing.Results;
import passby.core.testing.TestData;

/** Page after page: each a look of its own, and none for anybody else. */
final class SearchPagesTest {
    private final Searches searches = new Searches(TestData.policy(NonHitRetention.DAYS_30));

    private void assertRefused(Map<String, Object> body) {
        assertThat(searches.handle(body))
                .extracting(Results::problems)
                .satisfies(invalid -> assertThat(invalid)
                        .extracting(problem -> problem.field() + " " + problem.code())
                        .containsExactly("pageToken malformed"));
        assertThat(searches.city.ledger().entries().getLast().outcome()).isEqualTo(Outcome.REFUSED);
    }

    private String nextPage() {
        for (var i = 0; i < 101; i++) {
            searches.stored("7TST123", NOW.plusMillis(i));
        }
        var token = searches.found(body("7TST123")).nextPage();
        assertThat(token).isNotNull();
        return token == null ? "" : token;
    }

    private static Map<String, Object> with(Map<String, Object> body, String pageToken) {
        var paged = new HashMap<>(body);
        paged.put("pageToken", pageToken);
        return paged;
    }

    @Test
    void eachPageIsAnEntryThatPointsToTheFirst() {
        var token = nextPage();

        var page = searches.found(with(body("7TST123"), token));

        assertThat(page.rows()).hasSize(1);
        assertThat(page.nextPage()).isNull();
        var entries = searches.city.ledger().entries();
        assertThat(entries).hasSize(2);
        assertThat(entries.getLast().references())
                .containsExactly(entries.getFirst().entryId());
    }

    @Test
    void aPageTokenIsOfNoUseToAnotherPerson() {
        var token = nextPage();

        assertThat(searches.handle(officer("officer-okafor"), with(body("7TST123"), token)))
                .extracting(Results::refusal)
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void aPageTokenIsOfNoUseForAnotherQuery() {
        var token = nextPage();
        var wider = body("7TST123");
        wider.put("from", NOW.minus(Duration.ofDays(2)).toString());
        var state = body("7TST123");
        state.put("state", "CA");

        assertRefused(with(body("7TST124"), token));
        assertRefused(with(wider, token));
        assertRefused(with(state, token));
    }

    @Test
    void aPageTokenLivesFiveMinutes() {
        var token = nextPage();

        searches.clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(searches.handle(with(body("7TST123"), token))).isInstanceOf(Result.Done.class);
        searches.clock.advance(Duration.ofMillis(1));

        assertRefused(with(body("7TST123"), token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "not base64 at all!", "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo"})
    void aForgedPageTokenIsRefused(String token) {
        assertRefused(with(body("7TST123"), token));
    }

    @Test
    void aSearchEndsAfterFiveHundredRows() {
        for (var i = 0; i < 501; i++) {
            searches.stored("7TST123", NOW.plusMillis(i));
        }
        var rows = 0;
        var pages = 0;
        var found = searches.found(body("7TST123"));
        while (true) {
            rows += found.rows().size();
            pages++;
            var next = found.nextPage();
            if (next == null) {
                break;
            }
            found = searches.found(with(body("7TST123"), next));
        }

        assertThat(rows).isEqualTo(500);
        assertThat(pages).isEqualTo(5);
        assertThat(searches.city.ledger().entries()).hasSize(5);
    }
}
