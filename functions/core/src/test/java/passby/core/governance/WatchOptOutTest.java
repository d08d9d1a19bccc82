package passby.core.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import passby.core.ledger.Count;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.policy.Bounds;
import passby.core.policy.RecognizerOrder;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;

final class WatchOptOutTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private OptOut.Status status = OptOut.Status.IN_FORCE;
    private final WatchOptOut watch = new WatchOptOut(
            city.policyDocuments(), () -> status, city.counters(), new EntryFactory(clock, city.entropy()), clock);

    private void given(RecognizerOrder order) {
        city.policyDocuments()
                .put(Parameters.valid(Parameters.with("RecognizerOrder", order.code()))
                        .policy(1, Bounds.DEFAULT));
    }

    @ParameterizedTest
    @EnumSource(names = {"REKOGNITION_FIRST", "CONTAINER_FIRST"})
    void anOptOutThatIsNotInForceTakesRekognitionAway(RecognizerOrder order) {
        given(order);
        status = OptOut.Status.NOT_IN_FORCE;

        assertThat(watch.handle()).isTrue();

        var policy = city.policyDocuments().current();
        assertThat(policy.order()).isEqualTo(RecognizerOrder.CONTAINER_ONLY);
        assertThat(policy.version()).isEqualTo(2);
        assertThat(city.counters().total(Count.OPT_OUT_NOT_CERTAIN)).isOne();
        assertThat(city.ledger().entries(EntryType.POLICY_CHANGED))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.policyHash()).isEqualTo(policy.hash());
                    assertThat(Objects.requireNonNull(entry.openings().get(Field.REASON))
                                    .value())
                            .isEqualTo("opt-out not-in-force");
                });
    }

    @Test
    void whatCannotBeToldIsNotInForce() {
        given(RecognizerOrder.REKOGNITION_FIRST);
        status = OptOut.Status.UNKNOWN;

        assertThat(watch.handle()).isTrue();

        assertThat(city.policyDocuments().current().order()).isEqualTo(RecognizerOrder.CONTAINER_ONLY);
    }

    @Test
    void anOptOutInForceChangesNothing() {
        given(RecognizerOrder.REKOGNITION_FIRST);

        assertThat(watch.handle()).isFalse();

        assertThat(city.policyDocuments().current().version()).isOne();
        assertThat(city.ledger().entries()).isEmpty();
        assertThat(city.counters().total(Count.OPT_OUT_NOT_CERTAIN)).isZero();
    }

    @Test
    void whereNoPictureGoesToRekognitionNobodyAsks() {
        given(RecognizerOrder.CONTAINER_ONLY);
        status = OptOut.Status.UNKNOWN;

        assertThat(watch.handle()).isFalse();

        assertThat(city.ledger().entries()).isEmpty();
    }

    @Test
    void theOptOutComingBackLoosensNothing() {
        given(RecognizerOrder.REKOGNITION_FIRST);
        status = OptOut.Status.NOT_IN_FORCE;
        watch.handle();
        status = OptOut.Status.IN_FORCE;

        assertThat(watch.handle()).isFalse();

        assertThat(city.policyDocuments().current().order()).isEqualTo(RecognizerOrder.CONTAINER_ONLY);
    }

    @Test
    void aCityWithoutAPolicyHasNothingToWatch() {
        status = OptOut.Status.NOT_IN_FORCE;

        assertThat(watch.handle()).isFalse();
    }
}
