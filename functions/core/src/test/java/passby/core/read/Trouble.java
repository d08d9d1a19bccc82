package passby.core.read;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Random;
import java.util.concurrent.CompletionException;
import passby.core.purge.Killing.Killed;
import passby.core.recognition.Recognition;
import passby.core.recognition.Recognizer;

/**
 * Between a use case and its ports: a process may die before or after any call, a store may refuse (throttled, full, not
 * reachable), and an engine may answer that it cannot. Every choice is drawn from the seed.
 */
final class Trouble {
    private final Random chance;
    private final double deadly;
    private final double refusing;
    private boolean dead;
    private boolean calm;
    private long deaths;
    private long refusals;

    /**
     * @param deadly share of calls at which the process dies
     * @param refusing share of calls that are refused
     */
    Trouble(Random chance, double deadly, double refusing) {
        this.chance = chance;
        this.deadly = deadly;
        this.refusing = refusing;
    }

    static Trouble none() {
        return new Trouble(new Random(0), 0, 0);
    }

    /** From now on nothing goes wrong. */
    void end() {
        calm = true;
    }

    long deaths() {
        return deaths;
    }

    long refusals() {
        return refusals;
    }

    /**
     * Runs in a process of its own.
     *
     * @return whether it came to its end: neither died nor was refused
     */
    boolean process(Runnable work) {
        dead = false;
        try {
            work.run();
            return true;
        } catch (Killed e) {
            deaths++;
            return false;
        } catch (Refused e) {
            return false;
        } catch (CompletionException e) {
            if (e.getCause() instanceof Killed) {
                deaths++;
            } else if (!(e.getCause() instanceof Refused)) {
                throw e;
            }
            return false;
        }
    }

    /** The port as the use case sees it. */
    <T> T around(Class<T> port, T target) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            if (dead) {
                throw new Killed();
            }
            if (!calm && chance.nextDouble() < refusing) {
                refusals++;
                if (port == Recognizer.class) {
                    return new Recognition.Unavailable("throttled");
                }
                throw new Refused();
            }
            var dies = !calm && chance.nextDouble() < deadly;
            if (dies && chance.nextBoolean()) {
                throw died();
            }
            try {
                var answer = method.invoke(target, args);
                if (dies) {
                    throw died();
                }
                return answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    /** The next calls of the same process find it dead too: nothing tidies up behind a crash. */
    private Killed died() {
        dead = true;
        return new Killed();
    }

    /** What an SDK throws. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused() {
            super("refused");
        }
    }
}
