package passby.aws.http;

import passby.aws.api.CallerKind;

/**
 * Tells who sends a request, from its token alone.
 *
 * @param <C> what a caller is here
 */
public interface Authentication<C> {
    /** Who it is. */
    sealed interface Verdict<C> {
        record Known<C>(C caller) implements Verdict<C> {}

        /** Nobody. Why is not said: it would help only a forger. */
        record Refused<C>() implements Verdict<C> {}

        /** It cannot be told at the moment, so nobody is let through. */
        record Unavailable<C>() implements Verdict<C> {}
    }

    /** Whose routes this is for. */
    CallerKind kind();

    Verdict<C> verify(HttpRequest request);

    /** Anybody, about whom nothing is known or asked. */
    enum Anyone {
        ANYONE
    }

    static Authentication<Anyone> none() {
        return new Authentication<>() {
            @Override
            public CallerKind kind() {
                return CallerKind.PUBLIC;
            }

            @Override
            public Verdict<Anyone> verify(HttpRequest request) {
                return new Verdict.Known<>(Anyone.ANYONE);
            }
        };
    }
}
