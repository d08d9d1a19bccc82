package passby.core.request;

import passby.core.ledger.Accepted;

/**
 * How a person's request ended. Either way its entry is durable.
 *
 * @param <T> what was asked for
 */
public sealed interface Result<T> {
    /** The entry that the ledger holds about this request. */
    Accepted accepted();

    record Done<T>(T value, Accepted accepted) implements Result<T> {}

    record Refused<T>(Refusal refusal, Accepted accepted) implements Result<T> {}
}
