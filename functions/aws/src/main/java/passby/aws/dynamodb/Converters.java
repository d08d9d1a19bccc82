package passby.aws.dynamodb;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import passby.core.picture.Box;
import passby.core.plate.Confidence;
import passby.core.plate.Plate;
import passby.core.plate.PlateKey;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How each of our types is stored as one attribute. A schema names them, so that one that is missing does not compile. */
public final class Converters {
    /** Below this DynamoDB takes no number but zero. */
    private static final double SMALLEST = 1e-120;

    private Converters() {}

    public static AttributeConverter<String> string() {
        return new Converter<>(
                EnhancedType.of(String.class), AttributeValueType.S, AttributeValue::fromS, AttributeValue::s);
    }

    /** A type whose text is what is stored. */
    public static <V> AttributeConverter<V> text(Class<V> type, Function<V, String> write, Function<String, V> read) {
        return new Converter<>(
                EnhancedType.of(type),
                AttributeValueType.S,
                value -> AttributeValue.fromS(write.apply(value)),
                attribute -> read.apply(attribute.s()));
    }

    /** A word of a closed list. */
    public static <V> AttributeConverter<V> code(
            Class<V> type, Function<V, String> code, Function<String, Optional<V>> parse) {
        return text(type, code, word -> parse.apply(word).orElseThrow(IllegalArgumentException::new));
    }

    /** To the nanosecond, in ISO 8601. */
    public static AttributeConverter<Instant> instant() {
        return text(Instant.class, Instant::toString, Instant::parse);
    }

    public static AttributeConverter<Plate> plate() {
        return text(Plate.class, Plate::raw, Plate::new);
    }

    public static AttributeConverter<PlateKey> plateKey() {
        return text(PlateKey.class, PlateKey::value, PlateKey::new);
    }

    public static AttributeConverter<Integer> integer() {
        return number(Integer.class, value -> Integer.toString(value), Integer::valueOf);
    }

    public static AttributeConverter<Long> longValue() {
        return number(Long.class, value -> Long.toString(value), Long::valueOf);
    }

    public static AttributeConverter<Double> decimal() {
        return number(Double.class, Converters::decimal, Double::valueOf);
    }

    public static AttributeConverter<Confidence> confidence() {
        return number(
                Confidence.class,
                confidence -> decimal(confidence.value()),
                number -> new Confidence(Double.parseDouble(number)));
    }

    private static String decimal(double value) {
        return (Math.abs(value) < SMALLEST ? BigDecimal.ZERO : BigDecimal.valueOf(value)).toString();
    }

    private static <V> AttributeConverter<V> number(
            Class<V> type, Function<V, String> write, Function<String, V> read) {
        return new Converter<>(
                EnhancedType.of(type),
                AttributeValueType.N,
                value -> AttributeValue.fromN(write.apply(value)),
                attribute -> read.apply(attribute.n()));
    }

    public static AttributeConverter<Boolean> bool() {
        return new Converter<>(
                EnhancedType.of(Boolean.class),
                AttributeValueType.BOOL,
                AttributeValue::fromBool,
                AttributeValue::bool);
    }

    public static AttributeConverter<SdkBytes> bytes() {
        return new Converter<>(
                EnhancedType.of(SdkBytes.class), AttributeValueType.B, AttributeValue::fromB, AttributeValue::b);
    }

    /** A set that DynamoDB itself can add to; it stores no empty one. */
    static AttributeConverter<Strings> strings() {
        return new Converter<>(
                EnhancedType.of(Strings.class),
                AttributeValueType.SS,
                strings -> AttributeValue.fromSs(List.copyOf(strings.values())),
                attribute -> new Strings(Set.copyOf(attribute.ss())));
    }

    /** Left, top, width and height. */
    public static AttributeConverter<Box> box() {
        var numbers = list(decimal());
        return new Converter<>(
                EnhancedType.of(Box.class),
                AttributeValueType.L,
                box -> numbers.transformFrom(List.of(box.left(), box.top(), box.width(), box.height())),
                attribute -> box(numbers.transformTo(attribute)));
    }

    private static Box box(List<Double> numbers) {
        if (numbers.size() != 4) {
            throw new IllegalArgumentException("a box is four numbers");
        }
        return new Box(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    public static <E> AttributeConverter<List<E>> list(AttributeConverter<E> each) {
        return new Converter<>(
                EnhancedType.listOf(each.type()),
                AttributeValueType.L,
                values -> AttributeValue.fromL(
                        values.stream().map(each::transformFrom).toList()),
                attribute -> attribute.l().stream().map(each::transformTo).toList());
    }

    /** Values under names of their own, which are the data's. */
    public static <V> AttributeConverter<Map<String, V>> map(AttributeConverter<V> each) {
        return new Converter<>(
                EnhancedType.mapOf(EnhancedType.of(String.class), each.type()),
                AttributeValueType.M,
                values -> AttributeValue.fromM(converted(values, each::transformFrom)),
                attribute -> converted(attribute.m(), each::transformTo));
    }

    private static <A, B> Map<String, B> converted(Map<String, A> values, Function<A, B> convert) {
        var converted = new HashMap<String, B>();
        values.forEach((name, value) -> converted.put(name, convert.apply(value)));
        return converted;
    }

    /** A record inside an item: its format is that of the item. */
    public static <V> AttributeConverter<V> part(TableSchema<V> schema) {
        return new Converter<>(
                schema.itemType(),
                AttributeValueType.M,
                value -> AttributeValue.fromM(schema.itemToMap(value, true)),
                attribute -> schema.mapToItem(attribute.m()));
    }
}
