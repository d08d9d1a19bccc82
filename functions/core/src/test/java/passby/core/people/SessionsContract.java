package passby.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import passby.core.ledger.Commit;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.EntryType;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every {@link Sessions} does. A store may write once a minute only, so nothing here falls into the 30th minute. */
public abstract class SessionsContract {
    private final Unique unique = new Unique();
    private final String personId = "person-" + unique.code();
    private final String sessionId = unique.code();

    protected abstract Sessions sessions();

    protected abstract DurableEntries durable();

    private Sessions.Touch touch(Duration afterSignIn) {
        return touch(sessionId, NOW, NOW.plus(afterSignIn));
    }

    /** As whoever calls this port does: a new session begins, and is live from then on. */
    private Sessions.Touch touch(String session, Instant signedInAt, Instant now) {
        var touch = sessions().touch(personId, session, signedInAt, now);
        if (touch != Sessions.Touch.NEW) {
            return touch;
        }
        begin(session, now);
        return Sessions.Touch.LIVE;
    }

    private Session session(String session, Instant at) {
        return new Session(personId, session, at, at, "a phone");
    }

    private Session begin(String session, Instant at) {
        var begun = session(session, at);
        sessions().begin(begun, TestData.entry(EntryType.SIGN_IN));
        return begun;
    }

    @Test
    void aSignInIsNewUntilItsSessionHasBegunWithItsEntry() {
        var entry = TestData.entry(EntryType.SIGN_IN);

        assertThat(sessions().touch(personId, sessionId, NOW, NOW)).isEqualTo(Sessions.Touch.NEW);
        assertThat(sessions().touch(personId, sessionId, NOW, NOW)).isEqualTo(Sessions.Touch.NEW);
        assertThat(sessions().begin(session(sessionId, NOW), entry)).isEqualTo(new Commit.Done(entry.accepted()));
        assertThat(sessions().touch(personId, sessionId, NOW, NOW)).isEqualTo(Sessions.Touch.LIVE);
        assertThat(durable().canonical(entry.entryId())).contains(entry.canonical());
    }

    @Test
    void ofTwoThatBeginOneSessionTheSecondWritesNothing() {
        var second = TestData.entry(EntryType.SIGN_IN);
        begin(sessionId, NOW);

        assertThat(sessions().begin(session(sessionId, NOW), second)).isEqualTo(new Commit.Conflict());

        assertThat(durable().canonical(second.entryId())).isEmpty();
        assertThat(durable().openings(second.entryId())).isEmpty();
    }

    @Test
    void aFreshSignInIsLive() {
        assertThat(touch(Duration.ofSeconds(2))).isEqualTo(Sessions.Touch.LIVE);
    }

    @Test
    void aSignInOfThisVeryInstantIsLive() {
        assertThat(touch(Duration.ZERO)).isEqualTo(Sessions.Touch.LIVE);
    }

    @Test
    void aSessionInUseStaysLiveForHours() {
        for (var minutes = 0; minutes <= 240; minutes += 28) {
            assertThat(touch(Duration.ofMinutes(minutes))).isEqualTo(Sessions.Touch.LIVE);
        }
    }

    @Test
    void twoTouchesOfOneSecondAreBothLive() {
        touch(Duration.ofSeconds(1));

        assertThat(touch(Duration.ofSeconds(1))).isEqualTo(Sessions.Touch.LIVE);
        assertThat(touch(Duration.ofSeconds(2))).isEqualTo(Sessions.Touch.LIVE);
    }

    @Test
    void aSessionIdleForLongerThanThirtyMinutesIsLocked() {
        touch(Duration.ZERO);

        assertThat(touch(Duration.ofMinutes(30).plusMillis(1))).isEqualTo(Sessions.Touch.LOCKED);
    }

    @Test
    void aLockedSessionStaysLocked() {
        touch(Duration.ZERO);
        touch(Duration.ofMinutes(31));

        assertThat(touch(Duration.ofMinutes(31).plusSeconds(1))).isEqualTo(Sessions.Touch.LOCKED);
        assertThat(touch(Duration.ofMinutes(45))).isEqualTo(Sessions.Touch.LOCKED);
    }

    @Test
    void aTokenOfAnOldSignInThatWasNeverSeenIsLocked() {
        var now = NOW.plus(Duration.ofMinutes(31));

        assertThat(touch(unique.code(), NOW, now)).isEqualTo(Sessions.Touch.LOCKED);
    }

    @Test
    void aNewSignInHelpsAfterALock() {
        touch(Duration.ZERO);
        touch(Duration.ofMinutes(31));
        var now = NOW.plus(Duration.ofMinutes(32));

        assertThat(touch(unique.code(), now, now)).isEqualTo(Sessions.Touch.LIVE);
    }

    @Test
    void oneSessionDoesNotKeepAnotherAlive() {
        var other = unique.code();
        touch(Duration.ZERO);
        touch(other, NOW, NOW);
        touch(Duration.ofMinutes(20));

        assertThat(touch(other, NOW, NOW.plus(Duration.ofMinutes(31)))).isEqualTo(Sessions.Touch.LOCKED);
        assertThat(touch(Duration.ofMinutes(31))).isEqualTo(Sessions.Touch.LIVE);
    }

    @Test
    void whatIsLiveIsListedWithTheOneSeenLastFirst() {
        var other = unique.code();
        var first = begin(sessionId, NOW);
        var second = begin(other, NOW.plusSeconds(1));
        touch(sessionId, NOW, NOW.plus(Duration.ofMinutes(2)));

        assertThat(sessions().live(personId, NOW.plus(Duration.ofMinutes(3))))
                .containsExactly(first.seen(NOW.plus(Duration.ofMinutes(2))), second);
        assertThat(sessions().live("person-" + unique.code(), NOW)).isEmpty();
    }

    @Test
    void anIdleSessionIsNotListed() {
        begin(sessionId, NOW);

        assertThat(sessions().live(personId, NOW.plus(Duration.ofMinutes(31)))).isEmpty();
    }

    @Test
    void anEndedSessionIsLockedAtItsNextTouchAndNoOtherIs() {
        var other = unique.code();
        var ended = begin(sessionId, NOW);
        begin(other, NOW);
        var entry = TestData.entry(EntryType.SESSION_ENDED);

        var commit = sessions().end(ended, NOW.plusSeconds(1), entry);

        assertThat(commit).isEqualTo(new Commit.Done(entry.accepted()));
        assertThat(durable().canonical(entry.entryId())).contains(entry.canonical());
        assertThat(touch(Duration.ofSeconds(2))).isEqualTo(Sessions.Touch.LOCKED);
        assertThat(touch(Duration.ofMinutes(5))).isEqualTo(Sessions.Touch.LOCKED);
        assertThat(touch(other, NOW, NOW.plus(Duration.ofMinutes(5)))).isEqualTo(Sessions.Touch.LIVE);
        assertThat(sessions().live(personId, NOW.plusSeconds(2)))
                .extracting(Session::sessionId)
                .containsExactly(other);
    }

    @Test
    void aSessionEndsOnceAndOneThatNeverBeganNever() {
        var ended = begin(sessionId, NOW);
        sessions().end(ended, NOW.plusSeconds(1), TestData.entry(EntryType.SESSION_ENDED));
        var again = TestData.entry(EntryType.SESSION_ENDED);

        assertThat(sessions().end(ended, NOW.plusSeconds(2), again)).isEqualTo(new Commit.Conflict());
        assertThat(sessions().end(session(unique.code(), NOW), NOW, TestData.entry(EntryType.SESSION_ENDED)))
                .isEqualTo(new Commit.Conflict());
        assertThat(durable().canonical(again.entryId())).isEmpty();
    }

    @Test
    void aSessionIsFoundByItsReferenceOfItsOwnPersonAloneAndStillWhenItHasEnded() {
        var begun = begin(sessionId, NOW);

        assertThat(sessions().find(personId, begun.reference())).contains(begun);
        assertThat(sessions().find("person-" + unique.code(), begun.reference()))
                .isEmpty();
        assertThat(sessions().find(personId, "0".repeat(32))).isEmpty();
        sessions().end(begun, NOW, TestData.entry(EntryType.SESSION_ENDED));
        assertThat(sessions().find(personId, begun.reference())).contains(begun);
    }

    @Test
    void allSessionsOfOnePersonEndAndNobodyElses() {
        var other = unique.code();
        begin(sessionId, NOW);
        begin(other, NOW);

        sessions().endAll("person-" + unique.code(), NOW);
        assertThat(sessions().live(personId, NOW)).hasSize(2);
        sessions().endAll(personId, NOW);

        assertThat(sessions().live(personId, NOW)).isEmpty();
        assertThat(touch(other, NOW, NOW.plusSeconds(1))).isEqualTo(Sessions.Touch.LOCKED);
    }

    @Test
    void anAccountIsInUseFromItsGrantAndFromEachSignIn() {
        assertThat(sessions().lastUsed(personId)).isEmpty();

        sessions().used(personId, NOW.minus(Duration.ofDays(9)));
        assertThat(sessions().lastUsed(personId)).contains(NOW.minus(Duration.ofDays(9)));

        begin(sessionId, NOW);
        assertThat(sessions().lastUsed(personId)).contains(NOW);
    }
}
