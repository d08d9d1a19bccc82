package passby.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class IdentifyCallerTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final Person lopez = TestData.person("officer-lopez", Role.OPERATOR);
    private final IdentifyCaller identify = new IdentifyCaller(city.people(), city.sessions(), clock);

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
}
