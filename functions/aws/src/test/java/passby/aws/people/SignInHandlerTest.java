package passby.aws.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.aws.stub.Events;
import passby.aws.testing.NoContext;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.people.Attempts;
import passby.core.people.GuardSignIns;
import passby.core.people.InMemorySignInAttempts;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class SignInHandlerTest {
    private static final String BEFORE = Events.text("cognito-pre-authentication");
    private static final String AFTER = Events.text("cognito-post-authentication");
    private static final String STRANGER = Events.text("cognito-pre-authentication-stranger");

    private final MutableClock clock = new MutableClock(TestData.NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final InMemorySignInAttempts attempts = new InMemorySignInAttempts(city.ledger());
    private final SignInHandler handler = new SignInHandler(
            new GuardSignIns(attempts, () -> TestData.POLICY_HASH, new EntryFactory(clock, city.entropy()), clock));

    private String send(String event) throws IOException {
        var answer = new ByteArrayOutputStream();
        handler.handleRequest(
                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, new NoContext());
        return answer.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anAttemptIsAnsweredByItsOwnEventAndCounted() throws IOException {
        assertThat(send(BEFORE)).isEqualTo(BEFORE);

        assertThat(attempts.of("officer-lopez").unfinished()).containsExactly(TestData.NOW);
        assertThat(send(AFTER)).isEqualTo(AFTER);
        assertThat(attempts.of("officer-lopez").unfinished()).isEmpty();
    }

    @Test
    void theSixthAttemptAfterFiveFailuresIsRefusedWithoutAWordAboutTheAccount() throws IOException {
        for (var failed = 0; failed < Attempts.MOST; failed++) {
            send(BEFORE);
        }

        assertThatThrownBy(() -> send(BEFORE))
                .isInstanceOf(SignInHandler.Refused.class)
                .hasMessage("Try again in 15 minutes.");

        assertThat(city.ledger().entries(EntryType.ACCOUNT_LOCKED)).hasSize(1);
    }

    /** The pool answers strangers as it answers everybody; a count would tell who has an account. */
    @Test
    void whoeverThePoolDoesNotKnowIsNotCounted() throws IOException {
        for (var tried = 0; tried < 9; tried++) {
            assertThat(send(STRANGER)).isEqualTo(STRANGER);
        }

        assertThat(city.ledger().entries()).isEmpty();
    }

    @Test
    void aWarmUpIsNoAttempt() throws IOException {
        assertThat(send("{\"warm\":true}")).isEqualTo("{\"warm\":true}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"triggerSource\":\"PreAuthentication_Authentication\",\"request\":{\"userAttributes\":{}}}",
                "{\"triggerSource\":\"PreSignUp_SignUp\",\"request\":{\"userAttributes\":{\"sub\":\"officer-lopez\"}}}",
                "{\"triggerSource\":7,\"request\":{\"userAttributes\":{\"sub\":\"officer-lopez\"}}}",
            })
    void whatIsNoAttemptLetsNobodyIn(String event) {
        assertThatThrownBy(() -> send(event)).isInstanceOf(IllegalArgumentException.class);

        assertThat(attempts.of("officer-lopez")).isEqualTo(Attempts.NONE);
    }
}
