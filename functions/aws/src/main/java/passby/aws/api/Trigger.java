package passby.aws.api;

import java.util.List;

/** What starts a function. */
public sealed interface Trigger {
    /** @param routes served through the gateway by proxy integration */
    record Api(List<Route> routes) implements Trigger {
        public Api {
            routes = List.copyOf(routes);
        }
    }

    /** @param name of the queue whose messages come in batches, with partial failures reported */
    record Queue(String name) implements Trigger {}

    /** The city's clock. */
    record EveryMinute() implements Trigger {}
}
