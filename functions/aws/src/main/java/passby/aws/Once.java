package passby.aws;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes something when it is first asked for, once. Safe for many threads. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> make;
    private volatile @Nullable T made;

    Once(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public T get() {
        var value = made;
        return value == null ? makeOnce() : value;
    }

    private synchronized T makeOnce() {
        var value = made;
        if (value == null) {
            value = make.get();
            made = value;
        }
        return value;
    }
}
