package passby.aws.dynamodb;

import java.util.Set;

/** A set of strings as one value of {@link Values}. */
record Strings(Set<String> values) {
    Strings {
        values = Set.copyOf(values);
    }
}
