package passby.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class IdentifyCallerTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final Person lopez = TestData.person("officer-lopez", Role.OPERATOR);
    private final IdentifyCaller identify = new IdentifyCaller(
            city.people(), city.sessions(), () -> TestData.POLICY_HASH, new EntryFactory(clock, city.entropy()), clock);

    IdentifyCallerTest() {
        city.people().put(lopez);
    }

    private static Claims claims(String... factors) {
        return new Claims("officer-lopez", "session", NOW, Set.of(factors));
    }

    private IdentifyCaller.Identity identity(Claims claims) {
        return identify.handle(claims, "a phone");
    }

    private static IdentifyCaller.Identity refused(IdentifyCaller.Reason reason) {
        return new IdentifyCaller.Identity.Refused(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"otp", "mfa", "hwk"})
    void aKnownPersonWithASecondFactorIsACaller(String factor) {
        assertThat(identity(claims("pwd", factor)))
                .isEqualTo(new IdentifyCaller.Identity.Identified(new Caller(lopez, "session", NOW, "a phone")));
    }

    /** Issue 15: a role removed a second ago. The token still says nothing of roles: they are looked up at each request. */
    @Test
    void aRoleThatWasRemovedASecondAgoIsGoneAtTheNextRequestOfTheSameSession() {
        identity(claims("otp"));
        clock.advance(Duration.ofSeconds(1));
        var auditor = TestData.person("officer-lopez", Role.AUDITOR);
        city.people().put(auditor);

        assertThat(identity(claims("otp")))
                .isEqualTo(new IdentifyCaller.Identity.Identified(new Caller(auditor, "session", NOW, "a phone")));
        city.people().put(TestData.disabled(auditor));

        assertThat(identity(claims("otp"))).isInstanceOf(IdentifyCaller.Identity.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pwd", "sms", "MFA", ""})
    void withoutASecondFactorNobodyIsACaller(String factor) {
        assertThat(identity(claims(factor))).isEqualTo(refused(IdentifyCaller.Reason.NO_SECOND_FACTOR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms", "tel"})
    void aFactorThatGoesOverThePhoneNetworkIsRefusedWhateverStandsBesideIt(String factor) {
        assertThat(identity(claims("pwd", "mfa", factor))).isEqualTo(refused(IdentifyCaller.Reason.REFUSED_FACTOR));
    }

    @Test
    void aSignInThatNamesNoFactorIsRefused() {
        assertThat(identity(claims())).isEqualTo(refused(IdentifyCaller.Reason.NO_SECOND_FACTOR));
    }

    @Test
    void theFirstRequestOfASignInEntersItAndNoLaterOneDoes() {
        identity(claims("pwd", "mfa"));
        clock.advance(Duration.ofMinutes(20));
        identity(claims("pwd", "mfa"));
        identity(new Claims("officer-lopez", "another session", clock.instant(), Set.of("hwk")));

        var signIns = city.ledger().entries(EntryType.SIGN_IN);
        assertThat(signIns).hasSize(2);
        assertThat(city.ledger().entries()).hasSize(2);
        assertThat(opened(signIns.getFirst(), Field.ACTOR)).isEqualTo("officer-lopez");
        assertThat(opened(signIns.getFirst(), Field.DEVICE)).isEqualTo("a phone");
        assertThat(opened(signIns.getFirst(), Field.ACTION)).isEqualTo("mfa at 2036-05-06T12:00:00Z");
        assertThat(signIns.getFirst().canonical()).doesNotContain("lopez", "session");
    }

    @Test
    void whoIsRefusedHasNotSignedIn() {
        identity(claims("sms", "mfa"));
        identity(new Claims("officer-nobody", "session", NOW, Set.of("mfa")));
        clock.advance(Duration.ofMinutes(31));
        identity(claims("mfa"));

        assertThat(city.ledger().entries()).isEmpty();
    }

    /** A sign-in whose entry cannot be written lets nobody in; one that a request of the same moment entered does. */
    @Test
    void whoLosesTheRaceForTheSessionIsIdentifiedWithoutASecondEntry() {
        var racing = new IdentifyCaller(
                city.people(),
                new Raced(city.sessions()),
                () -> TestData.POLICY_HASH,
                new EntryFactory(clock, city.entropy()),
                clock);

        var identity = racing.handle(claims("mfa"), "a phone");

        assertThat(identity).isInstanceOf(IdentifyCaller.Identity.Identified.class);
        assertThat(city.ledger().entries(EntryType.SIGN_IN)).hasSize(1);
    }

    /** Sessions in which another request always begins a moment before ours. */
    private record Raced(Sessions sessions) implements Sessions {
        @Override
        public Touch touch(String personId, String sessionId, Instant signedInAt, Instant now) {
            return sessions.touch(personId, sessionId, signedInAt, now);
        }

        @Override
        public Commit begin(Session session, Entry entry) {
            sessions.begin(session, TestData.entry(EntryType.SIGN_IN));
            return sessions.begin(session, entry);
        }

        @Override
        public List<Session> live(String personId, Instant now) {
            return sessions.live(personId, now);
        }

        @Override
        public Optional<Session> find(String personId, String reference) {
            return sessions.find(personId, reference);
        }

        @Override
        public Commit end(Session session, Instant now, Entry entry) {
            return sessions.end(session, now, entry);
        }

        @Override
        public void endAll(String personId, Instant now) {
            sessions.endAll(personId, now);
        }

        @Override
        public Optional<Instant> lastUsed(String personId) {
            return sessions.lastUsed(personId);
        }

        @Override
        public void used(String personId, Instant now) {
            sessions.used(personId, now);
        }
    }

    private static String opened(Entry entry, Field field) {
        return Objects.requireNonNull(entry.openings().get(field)).value();
    }

    @Test
    void aStrangerWithAValidTokenIsNobody() {
        var claims = new Claims("officer-nobody", "session", NOW, Set.of("mfa"));

        assertThat(identity(claims)).isEqualTo(refused(IdentifyCaller.Reason.UNKNOWN_PERSON));
    }

    @Test
    void aRemovedOfficersTokenIsWorthNothing() {
        assertThat(identity(claims("mfa"))).isInstanceOf(IdentifyCaller.Identity.Identified.class);

        city.people().put(TestData.disabled(lopez));

        assertThat(identity(claims("mfa"))).isEqualTo(refused(IdentifyCaller.Reason.DISABLED));
    }

    @Test
    void aRoleThatWasTakenAwayIsGoneAtTheNextRequest() {
        identity(claims("mfa"));
        city.people().put(TestData.person("officer-lopez"));

        assertThat(identity(claims("mfa")))
                .isInstanceOfSatisfying(
                        IdentifyCaller.Identity.Identified.class,
                        known -> assertThat(known.caller().person().roles()).isEmpty());
    }

    @Test
    void aSessionIdleForHalfAnHourIsLocked() {
        identity(claims("mfa"));

        clock.advance(Duration.ofMinutes(30).plusMillis(1));

        assertThat(identity(claims("mfa"))).isEqualTo(refused(IdentifyCaller.Reason.SESSION_LOCKED));
    }

    @Test
    void aSessionThatWasEndedIsLocked() {
        identity(claims("mfa"));

        city.sessions().end("officer-lopez", "session");

        assertThat(identity(claims("mfa"))).isEqualTo(refused(IdentifyCaller.Reason.SESSION_LOCKED));
    }

    @Test
    void aRefusedPersonsRequestsKeepNoSessionAlive() {
        city.people().put(TestData.disabled(lopez));
        clock.advance(Duration.ofMinutes(20));
        identity(claims("mfa"));
        city.people().put(lopez);
        clock.advance(Duration.ofMinutes(11));

        assertThat(identity(claims("mfa"))).isEqualTo(refused(IdentifyCaller.Reason.SESSION_LOCKED));
    }

    @Test
    void trainingAndAcknowledgementRunOutAtTheirInstant() {
        assertThat(lopez.isTrained(lopez.trainedUntil().minusMillis(1))).isTrue();
        assertThat(lopez.isTrained(lopez.trainedUntil())).isFalse();
        assertThat(lopez.hasAcknowledged(lopez.acknowledgedUntil().minusMillis(1)))
                .isTrue();
        assertThat(lopez.hasAcknowledged(lopez.acknowledgedUntil())).isFalse();
    }

    @Test
    void anAccountThatNobodyUsedForNinetyDaysIsDisabledAtItsNextSignInAndTheLedgerSaysSo() {
        city.sessions().used("officer-lopez", NOW.minus(IdentifyCaller.UNUSED));

        assertThat(identity(claims("mfa"))).isEqualTo(refused(IdentifyCaller.Reason.DISABLED));

        assertThat(city.people().find("officer-lopez")).contains(lopez.revoked());
        assertThat(city.ledger().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo(EntryType.ACCOUNT_DISABLED);
            assertThat(opened(entry, Field.SUBJECT)).isEqualTo("officer-lopez");
            assertThat(opened(entry, Field.ACTOR)).isEqualTo(IdentifyCaller.CITY);
        });
        assertThat(identity(claims("mfa"))).isEqualTo(refused(IdentifyCaller.Reason.DISABLED));
        assertThat(city.ledger().entries()).hasSize(1);
    }

    @Test
    void anAccountThatWasUsedADayBeforeItsNinetyAreOverIsNot() {
        city.sessions().used("officer-lopez", NOW.minus(IdentifyCaller.UNUSED).plus(Duration.ofDays(1)));

        assertThat(identity(claims("mfa"))).isInstanceOf(IdentifyCaller.Identity.Identified.class);
        clock.advance(Duration.ofDays(89));
        var later = new Claims("officer-lopez", "later", clock.instant(), Set.of("mfa"));

        assertThat(identity(later)).isInstanceOf(IdentifyCaller.Identity.Identified.class);
    }
}
