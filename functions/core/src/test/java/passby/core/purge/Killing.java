package passby.core.purge;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import passby.core.picture.Pictures;

/** Ends a worker at its so-many-th call of a store, before or after the call took effect, in turn. */
public final class Killing {
    /** The end of a process: nobody catches it. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final boolean after;
    private int left;
    private boolean dead;

    /** @param step 1 upwards; odd steps die before the call, even ones after it */
    public Killing(int step) {
        this.left = (step + 1) / 2;
        this.after = step % 2 == 0;
    }

    public ExpiringRows rows(ExpiringRows rows) {
        return killing(ExpiringRows.class, rows);
    }

    public Pictures pictures(Pictures pictures) {
        return killing(Pictures.class, pictures);
    }

    /** Runs until the end or until the death. @return whether it died */
    public boolean run(Runnable work) {
        try {
            work.run();
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    /** The port behind a proxy that dies at the step. */
    public <T> T killing(Class<T> port, T target) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            var dies = dies();
            if (dies && !after) {
                throw new Killed();
            }
            var answer = answer(method, target, args);
            if (dies) {
                throw new Killed();
            }
            return answer;
        }));
    }

    private boolean dies() {
        if (dead) {
            throw new Killed();
        }
        left--;
        dead = left == 0;
        return dead;
    }

    private static Object answer(Method method, Object target, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
