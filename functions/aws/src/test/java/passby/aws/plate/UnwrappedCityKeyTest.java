package passby.aws.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import passby.core.plate.CityKey;

final class UnwrappedCityKeyTest {
    private final AtomicInteger unwrapped = new AtomicInteger();
    private final UnwrappedCityKey key = new UnwrappedCityKey(() -> {
        unwrapped.incrementAndGet();
        return new CityKey(1, new byte[CityKey.BYTES]);
    });

    @Test
    void nothingIsUnwrappedBeforeSomebodyNeedsIt() {
        assertThat(unwrapped).hasValue(0);
    }

    @Test
    void itIsUnwrappedOnceAndRemembered() {
        var first = key.get();

        assertThat(key.get()).isSameAs(first);
        assertThat(unwrapped).hasValue(1);
    }

    @Test
    void aFailureIsNotRemembered() {
        var failing = new UnwrappedCityKey(() -> {
            if (unwrapped.incrementAndGet() == 1) {
                throw new IllegalStateException("not now");
            }
            return new CityKey(1, new byte[CityKey.BYTES]);
        });

        assertThatThrownBy(failing::get).hasMessage("not now");

        assertThat(failing.get()).isNotNull();
    }
}
