package passby.aws.api;

import java.util.List;

/**
 * What a function may do with one thing, and nothing else.
 *
 * @param resource the thing
 * @param actions by their IAM names, such as {@code dynamodb:GetItem}
 */
public record Permission(Resource resource, List<String> actions) {
    /** A thing of the city. */
    public sealed interface Resource {
        /** With its indexes. */
        record Table(passby.aws.dynamodb.Table table) implements Resource {}

        record Bucket(passby.aws.api.Bucket bucket) implements Resource {}

        record Topic(String name) implements Resource {}

        record Queue(passby.aws.api.Queue queue) implements Resource {}

        record Key(String name) implements Resource {}

        record Function(String name) implements Resource {}

        /** The pool that people sign in to, in a city without an issuer of its own. */
        record UserPool() implements Resource {}

        /** A service whose actions know no resource. */
        record Service(String name) implements Resource {}
    }

    public Permission {
        actions = List.copyOf(actions);
    }
}
