package passby.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryType;
import passby.core.people.Role;
import passby.core.request.Decision;
import passby.core.request.StoredRequests;
import passby.core.search.WaitingSearch.State;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every {@link StoredRequests} does. */
public abstract class WaitingSearchesContract {
    private final Unique unique = new Unique();

    protected abstract StoredRequests<WaitingSearch> searches();

    private WaitingSearch added(Instant at) {
        var search = WaitingSearch.of(unique.ulid(at), "officer-lopez", "digest", at, "entry");
        assertThat(searches().add(search, TestData.entry(EntryType.SEARCH_REQUESTED)))
                .isInstanceOf(Commit.Done.class);
        return search;
    }

    private Commit revise(WaitingSearch search) {
        return searches().revise(search, TestData.entry(EntryType.SEARCH_REQUEST_DECIDED));
    }

    private static WaitingSearch approved(WaitingSearch search) {
        return search.decided(new Decision("manager-osei", Role.PROGRAM_MANAGER, NOW, "entry-2"), State.APPROVED);
    }

    @Test
    void aRequestIsFoundAsItWasAddedAndAsItWasDecided() {
        var search = added(NOW);

        assertThat(searches().find(search.requestId())).contains(search);
        assertThat(revise(approved(search))).isInstanceOf(Commit.Done.class);
        assertThat(searches().find(search.requestId())).contains(approved(search));
        assertThat(revise(approved(search).used())).isInstanceOf(Commit.Done.class);
        assertThat(searches().find(search.requestId()))
                .contains(approved(search).used());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        added(NOW);

        assertThat(searches().find(unique.ulid(NOW))).isEmpty();
        assertThat(searches().find("")).isEmpty();
        assertThat(searches().find("search#2036-05-06")).isEmpty();
    }

    @Test
    void theRequestsOfADayAreThoseOfThatDay() {
        var day = Instant.parse("2036-08-01T00:00:00Z");
        var before = added(day.minusMillis(1));
        var first = added(day);
        var last = added(day.plus(Duration.ofHours(23)));

        assertThat(searches().askedOn(day.plus(Duration.ofHours(5)))).containsExactly(first, last);
        assertThat(searches().askedOn(day.minusSeconds(60))).contains(before).doesNotContain(first);
    }

    @Test
    void ofTwoWhoSawTheSameOnlyTheFirstIsHeard() {
        var search = added(NOW);

        assertThat(revise(approved(search))).isInstanceOf(Commit.Done.class);
        assertThat(revise(approved(search))).isEqualTo(new Commit.Conflict());
    }

    @Test
    void anApprovalIsUsedOnce() {
        var search = added(NOW);
        revise(approved(search));

        assertThat(revise(approved(search).used())).isInstanceOf(Commit.Done.class);
        assertThat(revise(approved(search).used())).isEqualTo(new Commit.Conflict());
    }
}
