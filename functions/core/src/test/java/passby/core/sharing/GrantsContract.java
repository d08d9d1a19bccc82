package passby.core.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryType;
import passby.core.request.StoredRequests;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every {@link StoredRequests} does. */
public abstract class GrantsContract {
    private final Unique unique = new Unique();

    protected abstract StoredRequests<Grant> grants();

    private Grant filed(Instant at) {
        var entry = TestData.entry(EntryType.GRANT_REQUESTED);
        var grant = Grant.requested(unique.ulid(at), GrantStep.of("requested", "records-zhou", at, entry));
        assertThat(grants().add(grant, entry)).isInstanceOf(Commit.Done.class);
        return grant;
    }

    private Commit revise(Grant grant) {
        return grants().revise(grant, TestData.entry(EntryType.GRANT_DECIDED));
    }

    private static Grant approved(Grant grant) {
        return grant.approved(step("approved"), NOW);
    }

    private static GrantStep step(String what) {
        return new GrantStep(what, "manager-osei", NOW, "entry of " + what, "{}");
    }

    @Test
    void aGrantIsFoundAsItWasFiledAsItWasApprovedAndAsItWasReleased() {
        var grant = filed(NOW);
        var approved = approved(grant);
        var released = approved.released(step("released"));

        assertThat(grants().find(grant.grantId())).contains(grant);
        assertThat(revise(approved)).isInstanceOf(Commit.Done.class);
        assertThat(grants().find(grant.grantId())).contains(approved);
        assertThat(revise(released)).isInstanceOf(Commit.Done.class);
        assertThat(grants().find(grant.grantId())).contains(released);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        filed(NOW);

        assertThat(grants().find(unique.ulid(NOW))).isEmpty();
        assertThat(grants().find("")).isEmpty();
        assertThat(grants().find("grant#2036-05-06")).isEmpty();
    }

    @Test
    void theGrantsOfADayAreThoseOfThatDay() {
        var day = Instant.parse("2036-08-01T00:00:00Z");
        var before = filed(day.minusMillis(1));
        var first = filed(day);
        var last = filed(day.plus(Duration.ofHours(23)));

        assertThat(grants().askedOn(day.plus(Duration.ofHours(5)))).containsExactly(first, last);
        assertThat(grants().askedOn(day.minusSeconds(60))).contains(before).doesNotContain(first);
    }

    @Test
    void aGrantIsReleasedOnceWhoeverIsFaster() {
        var approved = approved(filed(NOW));
        revise(approved);

        assertThat(revise(approved.released(step("released")))).isInstanceOf(Commit.Done.class);
        assertThat(revise(approved.released(step("released")))).isEqualTo(new Commit.Conflict());
    }
}
