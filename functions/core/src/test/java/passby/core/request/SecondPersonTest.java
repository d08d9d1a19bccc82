package passby.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import passby.core.testing.Results;

/** Every kind of request that a second person decides, each through its own use case: none has clocks of its own. */
final class SecondPersonTest {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration EARLIER = Duration.ofMinutes(4);
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final WaitingRequests requests = new WaitingRequests();

    @ParameterizedTest
    @EnumSource(SecondPerson.class)
    void aRequestIsDecidedUntilItsDayIsOver(SecondPerson kind) {
        var request = requests.asked(kind);
        requests.clock.set(NOW.plus(DAY).minus(A_MOMENT));

        assertThat(request.approve(now())).isInstanceOf(Result.Done.class);
    }

    @ParameterizedTest
    @EnumSource(SecondPerson.class)
    void afterItsDayARequestIsAnsweredAsLapsed(SecondPerson kind) {
        var request = requests.asked(kind);
        requests.clock.set(NOW.plus(DAY));

        var late = request.approve(now());

        assertThat(Results.refusal(late)).isInstanceOf(Refusal.Conflict.class);
        assertThat(String.valueOf(Results.refusal(late)).toLowerCase(Locale.ROOT))
                .contains("24 hours", "lapsed", "anew");
        assertThat(request.hasEffect()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(SecondPerson.class)
    void nobodyApprovesWithASecondFactorOfFiveMinutesAgo(SecondPerson kind) {
        var request = requests.asked(kind);

        var stale = request.approve(NOW.minus(Duration.ofMinutes(5)));

        assertThat(Results.refusal(stale)).isEqualTo(new Refusal.Unmet(Requirement.FRESH_SECOND_FACTOR));
        assertThat(request.hasEffect()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(SecondPerson.class)
    void anApprovalHasItsEffectUntilAQuarterOfAnHourAfterItsSecondFactor(SecondPerson kind) {
        var request = requests.asked(kind);
        Results.value(request.approve(NOW.minus(EARLIER)));

        requests.clock.set(NOW.minus(EARLIER).plus(QUARTER).minus(A_MOMENT));

        assertThat(request.hasEffect()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(SecondPerson.class)
    void anApprovalThatWaitsLapsesThenAndOneThatDoesNotStays(SecondPerson kind) {
        var request = requests.asked(kind);
        Results.value(request.approve(NOW.minus(EARLIER)));

        requests.clock.set(NOW.minus(EARLIER).plus(QUARTER));

        assertThat(request.hasEffect()).isEqualTo(kind.approval() == SecondPerson.Waiting.FOR_NOTHING);
    }

    @ParameterizedTest
    @EnumSource(SecondPerson.class)
    void whatLapsedCanBeAskedForAnew(SecondPerson kind) {
        var request = requests.asked(kind);
        requests.clock.set(NOW.plus(DAY));

        request.askAnew();

        assertThat(request.approve(now())).isInstanceOf(Result.Done.class);
        assertThat(request.hasEffect()).isTrue();
    }

    private Instant now() {
        return requests.clock.instant();
    }
}
