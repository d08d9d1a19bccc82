package passby.aws.function;

import java.util.function.BooleanSupplier;

/**
 * Something that a function has to do.
 *
 * @param triggered its start
 * @param isDone whether it was done
 * @param stubs what was started for it
 */
record Due(Triggered triggered, BooleanSupplier isDone, AutoCloseable stubs) implements AutoCloseable {
    Due(Triggered triggered, BooleanSupplier isDone) {
        this(triggered, isDone, () -> {});
    }

    boolean done() {
        return isDone.getAsBoolean();
    }

    @Override
    public void close() {
        try {
            stubs.close();
        } catch (Exception e) {
            throw new IllegalStateException("a stub does not end", e);
        }
    }
}
