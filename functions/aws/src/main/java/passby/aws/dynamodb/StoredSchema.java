package passby.aws.dynamodb;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.WrappedTableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A schema that looks at an item's version before anything else: what another version means is not guessed at. */
final class StoredSchema<T> extends WrappedTableSchema<T, StaticImmutableTableSchema<T, Values>> {
    /** For what carries no version: a part, and what an index holds of a row. */
    static final int NO_VERSION = 0;

    private final String what;
    private final int newest;

    /** @param newest the schema reads every version from 1 to this one */
    StoredSchema(String what, int newest, StaticImmutableTableSchema<T, Values> schema) {
        super(schema);
        this.what = what;
        this.newest = newest;
    }

    @Override
    public T mapToItem(Map<String, AttributeValue> attributes) {
        if (newest != NO_VERSION) {
            checkVersion(attributes.get(SchemaBuilder.VERSION));
        }
        // A record of which every attribute is optional may have none.
        return super.mapToItem(attributes, true);
    }

    @Override
    public T mapToItem(Map<String, AttributeValue> attributes, boolean preserveEmptyObject) {
        return mapToItem(attributes);
    }

    private void checkVersion(@Nullable AttributeValue version) {
        if (version == null) {
            throw new UnreadableItem(what, "has no " + SchemaBuilder.VERSION);
        }
        for (var known = 1; known <= newest; known++) {
            if (Integer.toString(known).equals(version.n())) {
                return;
            }
        }
        throw new UnreadableItem(
                what,
                newest == 1
                        ? "has another format version than 1"
                        : "has a format version that is none of 1 to " + newest);
    }
}
