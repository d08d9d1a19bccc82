package passby.core.sealing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.IntConsumer;

/** Counts the steps of a sealer, and lets a test come between them: before each call of a port, and after it. */
final class Steps {
    private final IntConsumer between;
    private int count;

    /** @param between is given the number of the moment: two for each call */
    Steps(IntConsumer between) {
        this.between = between;
    }

    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Crashes at that moment. */
    static Steps crashingAt(int moment) {
        return new Steps(now -> {
            if (now == moment) {
                throw new Crash();
            }
        });
    }

    int count() {
        return count;
    }

    <T> T of(Class<T> port, T twin) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    between.accept(count++);
                    try {
                        return method.invoke(twin, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        between.accept(count++);
                    }
                }));
    }
}
