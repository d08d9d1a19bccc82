package passby.aws.dynamodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTag;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/**
 * Writes the schema of a record attribute by attribute, without reflection: the name, the converter, where the value comes from.
 * Which attributes are keys it knows from the {@link Table}. What is null is not stored.
 */
public final class SchemaBuilder<T> {
    static final String VERSION = "v";

    private final String what;
    private final int newest;
    private final @Nullable Table table;
    private final StaticImmutableTableSchema.Builder<T, Values> schema;

    /** Where the value of an attribute comes from. */
    @FunctionalInterface
    public interface Getter<T, V> {
        /** Null for what is not stored. */
        @Nullable
        V get(T item);
    }

    private SchemaBuilder(String what, int newest, @Nullable Table table, Class<T> type) {
        this.what = what;
        this.newest = newest;
        this.table = table;
        // Every attribute names its converter: none is looked for.
        this.schema = StaticImmutableTableSchema.builder(type, Values.class).attributeConverterProviders(List.of());
    }

    /**
     * @param what for the message when an item cannot be read, such as {@code read}
     * @param version the only one of the format
     */
    public static <T> SchemaBuilder<T> row(Table table, String what, int version, Class<T> type) {
        return row(table, what, version, type, row -> version);
    }

    /**
     * @param newest every version from 1 to this one is read
     * @param version in which that item is written
     */
    public static <T> SchemaBuilder<T> row(
            Table table, String what, int newest, Class<T> type, Function<T, Integer> version) {
        return new SchemaBuilder<T>(what, newest, table, type).integer(VERSION, version::apply);
    }

    /** Some attributes of a row, without its version: what an index holds of it, or what an update touches. */
    public static <T> SchemaBuilder<T> partOfRow(Table table, String what, Class<T> type) {
        return new SchemaBuilder<>(what, StoredSchema.NO_VERSION, table, type);
    }

    /** A record inside an item. */
    public static <T> SchemaBuilder<T> part(String what, Class<T> type) {
        return new SchemaBuilder<>(what, StoredSchema.NO_VERSION, null, type);
    }

    public <V> SchemaBuilder<T> with(String name, AttributeConverter<V> converter, Getter<T, V> value) {
        schema.addAttribute(
                converter.type(),
                attribute -> attribute
                        .name(name)
                        .getter(value::get)
                        .setter((values, read) -> values.set(name, read))
                        .tags(tags(name))
                        .attributeConverter(new NamedConverter<>(what, name, converter)));
        return this;
    }

    /** All attributes of a schema, as attributes of this one. */
    public <P> SchemaBuilder<T> flat(String name, TableSchema<P> part, Function<T, P> value) {
        schema.flatten(part, value, (values, read) -> values.set(name, read));
        return this;
    }

    /** The attributes of the table's own key. */
    public SchemaBuilder<T> keys(Function<T, Key> key) {
        var keyed = requireTable();
        string(keyed.partition(), row -> key.apply(row).partitionKeyValue().s());
        keyed.sortKey()
                .ifPresent(sort -> string(
                        sort, row -> key.apply(row).sortKeyValue().orElseThrow().s()));
        return this;
    }

    public SchemaBuilder<T> string(String name, Getter<T, String> value) {
        return with(name, Converters.string(), value);
    }

    public SchemaBuilder<T> integer(String name, Getter<T, Integer> value) {
        return with(name, Converters.integer(), value);
    }

    public SchemaBuilder<T> longValue(String name, Getter<T, Long> value) {
        return with(name, Converters.longValue(), value);
    }

    public SchemaBuilder<T> bool(String name, Getter<T, Boolean> value) {
        return with(name, Converters.bool(), value);
    }

    public SchemaBuilder<T> instant(String name, Getter<T, Instant> value) {
        return with(name, Converters.instant(), value);
    }

    /** When DynamoDB deletes the row by itself. */
    public SchemaBuilder<T> timeToLive(Function<T, Instant> at) {
        return longValue(Tables.TIME_TO_LIVE, row -> at.apply(row).getEpochSecond());
    }

    /** No attribute for an empty set. */
    public SchemaBuilder<T> strings(String name, Function<T, Set<String>> value) {
        return with(name, Converters.strings(), row -> {
            var strings = value.apply(row);
            return strings.isEmpty() ? null : new Strings(strings);
        });
    }

    /** @param make the record of what was read */
    public TableSchema<T> build(Function<Values, T> make) {
        return new StoredSchema<>(
                what,
                newest,
                schema.newItemBuilder(() -> new Values(what), make).build());
    }

    private Table requireTable() {
        if (table == null) {
            throw new IllegalStateException("a part has no key");
        }
        return table;
    }

    private List<StaticAttributeTag> tags(String name) {
        var tags = new ArrayList<StaticAttributeTag>();
        if (table == null) {
            return tags;
        }
        if (name.equals(table.partition())) {
            tags.add(StaticAttributeTags.primaryPartitionKey());
        }
        if (table.sortKey().filter(name::equals).isPresent()) {
            tags.add(StaticAttributeTags.primarySortKey());
        }
        for (var index : table.indexes()) {
            if (name.equals(index.partition())) {
                tags.add(StaticAttributeTags.secondaryPartitionKey(index.name()));
            }
            if (name.equals(index.sort())) {
                tags.add(StaticAttributeTags.secondarySortKey(index.name()));
            }
        }
        return tags;
    }
}
