package passby.aws.http;

/**
 * What a route does.
 *
 * @param <C> who calls it
 */
@FunctionalInterface
public interface Operation<C> {
    Answer handle(C caller, Request request);
}
