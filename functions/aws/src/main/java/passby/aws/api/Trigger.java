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

    /** @param queue whose messages come in batches, with partial failures reported */
    record Queue(passby.aws.api.Queue queue) implements Trigger {}

    /** The city's clock. */
    record EveryMinute() implements Trigger {}

    record EveryHour() implements Trigger {}

    record EveryDay() implements Trigger {}

    /** A custom resource of the stack that holds the parameters. */
    record Deployment(Moment moment) implements Trigger {}

    /** Our own pool of people, before each attempt to sign in and after each success. */
    record SignIn() implements Trigger {}

    /** An administrator of the AWS account, by {@code aws lambda invoke}. */
    record ByHand() implements Trigger {}

    /** When in a deployment. */
    enum Moment {
        /** Before anything else changes; it writes nothing that an update could leave behind. */
        FIRST,
        /** After everything else, so that a rollback never reaches it. */
        LAST
    }
}
