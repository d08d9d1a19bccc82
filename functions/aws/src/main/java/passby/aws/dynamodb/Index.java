package passby.aws.dynamodb;

import java.util.List;

/**
 * A global secondary index of a table.
 *
 * @param name as queries call it
 * @param partition attribute of its partition key; items without it are not in the index
 * @param sort attribute of its sort key
 * @param projection what of an item it holds
 */
public record Index(String name, String partition, String sort, Projection projection) {
    /** What of an item an index holds beside the keys. */
    public sealed interface Projection {
        record KeysOnly() implements Projection {}

        record Everything() implements Projection {}

        record Only(List<String> attributes) implements Projection {
            public Only {
                attributes = List.copyOf(attributes);
            }
        }
    }
}
