package passby.aws.plate;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import passby.core.plate.CityKey;

/**
 * The city's key in memory: unwrapped at its first use and remembered. Nothing uses it before a snapshot of this process is
 * taken, so no snapshot holds the key. Safe for many threads; two that come first both unwrap.
 */
public final class UnwrappedCityKey implements Supplier<CityKey> {
    private final Supplier<CityKey> unwrap;
    private final AtomicReference<@Nullable CityKey> remembered = new AtomicReference<>();

    /** @param unwrap such as {@link WrappedCityKeys#unwrap}; what it throws is not remembered */
    public UnwrappedCityKey(Supplier<CityKey> unwrap) {
        this.unwrap = unwrap;
    }

    @Override
    public CityKey get() {
        var key = remembered.get();
        if (key == null) {
            key = unwrap.get();
            remembered.set(key);
        }
        return key;
    }
}
