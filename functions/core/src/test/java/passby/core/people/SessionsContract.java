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
        sessions().begin(personId, session, now, TestData.entry(EntryType.SIGN_IN));
        return Sessions.Touch.LIVE;
    }

    @Test
    void aSignInIsNewUntilItsSessionHasBegunWithItsEntry() {
        var entry = TestData.entry(EntryType.SIGN_IN);

        assertThat(sessions().touch(personId, sessionId, NOW, NOW)).isEqualTo(Sessions.Touch.NEW);
        assertThat(sessions().touch(personId, sessionId, NOW, NOW)).isEqualTo(Sessions.Touch.NEW);
        assertThat(sessions().begin(personId, sessionId, NOW, entry)).isEqualTo(new Commit.Done(entry.accepted()));
        assertThat(sessions().touch(personId, sessionId, NOW, NOW)).isEqualTo(Sessions.Touch.LIVE);
        assertThat(durable().canonical(entry.entryId())).contains(entry.canonical());
    }

    @Test
    void ofTwoThatBeginOneSessionTheSecondWritesNothing() {
        var second = TestData.entry(EntryType.SIGN_IN);
        sessions().begin(personId, sessionId, NOW, TestData.entry(EntryType.SIGN_IN));

        assertThat(sessions().begin(personId, sessionId, NOW, second)).isEqualTo(new Commit.Conflict());

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
}
