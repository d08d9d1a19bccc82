package passby.aws.dynamodb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One table as plain data, from which the local city creates it and the stack declares it. All key attributes are texts.
 *
 * @param name without the prefix of a deployment
 * @param capability whose table it is: the package that alone reads and writes it
 * @param partition attribute of the partition key
 * @param sort attribute of the sort key, or null without one
 * @param indexes its global secondary indexes
 * @param deletion who deletes its rows
 * @param recoverable whether point-in-time recovery is on; never where it would keep what retention promised to delete
 */
public record Table(
        String name,
        String capability,
        String partition,
        @Nullable String sort,
        List<Index> indexes,
        Deletion deletion,
        boolean recoverable) {
    /** Who deletes the rows of a table. */
    public enum Deletion {
        /** Nobody: they stay. */
        NONE,
        /** The time to live alone: rows without anything about anybody's movements. */
        TIME_TO_LIVE,
        /** The purge, by the index {@code byExpiry}. Deletion by the time to live, a day later, is a failure and an alarm. */
        PURGE
    }

    public Table {
        indexes = List.copyOf(indexes);
    }

    public boolean hasTimeToLive() {
        return deletion != Deletion.NONE;
    }

    public Optional<String> sortKey() {
        return Optional.ofNullable(sort);
    }

    /** Whether the attribute is a part of the table's own key. */
    public boolean isKey(String attribute) {
        return attribute.equals(partition) || attribute.equals(sort);
    }

    /** Every attribute that stands in a key of the table or of one of its indexes. */
    public List<String> keyAttributes() {
        var names = new TreeSet<String>();
        names.add(partition);
        sortKey().ifPresent(names::add);
        indexes.forEach(index -> names.addAll(List.of(index.partition(), index.sort())));
        return List.copyOf(names);
    }

    /** The key of a row in a table without a sort key. */
    public Key key(String partitionValue) {
        return Key.builder().partitionValue(partitionValue).build();
    }

    /** The key of a row in a table with a sort key. */
    public Key key(String partitionValue, String sortValue) {
        return Key.builder().partitionValue(partitionValue).sortValue(sortValue).build();
    }

    /** A key as raw requests need it. */
    public Map<String, AttributeValue> attributes(Key key) {
        var attributes = new LinkedHashMap<String, AttributeValue>();
        attributes.put(partition, key.partitionKeyValue());
        sortKey().ifPresent(sort -> attributes.put(sort, key.sortKeyValue().orElseThrow()));
        return attributes;
    }
}
