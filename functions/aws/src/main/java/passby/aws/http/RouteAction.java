package passby.aws.http;

/**
 * What a route does.
 *
 * @param <C> who calls it
 */
@FunctionalInterface
public interface RouteAction<C> {
    Answer handle(C caller, Request request);
}
