package passby.aws.dynamodb;

import java.util.function.Function;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One type of ours as an attribute of one type of DynamoDB's.
 *
 * @param type ours
 * @param attributeValueType DynamoDB's; an attribute of another one is not valid
 * @param write makes the attribute
 * @param read makes the value; throws an IllegalArgumentException or a DateTimeException for what is none
 */
record Converter<V>(
        EnhancedType<V> type,
        AttributeValueType attributeValueType,
        Function<V, AttributeValue> write,
        Function<AttributeValue, V> read)
        implements AttributeConverter<V> {
    @Override
    public AttributeValue transformFrom(V value) {
        return write.apply(value);
    }

    @Override
    public V transformTo(AttributeValue attribute) {
        if (!attribute.type().name().equals(attributeValueType.name())) {
            throw new IllegalArgumentException("an attribute of another type");
        }
        return read.apply(attribute);
    }
}
