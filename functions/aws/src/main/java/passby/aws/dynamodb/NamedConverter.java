package passby.aws.dynamodb;

import java.time.DateTimeException;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A converter that says of which attribute it could not read the value, and never what the value was. */
record NamedConverter<V>(String what, String name, AttributeConverter<V> converter) implements AttributeConverter<V> {
    @Override
    public AttributeValue transformFrom(V value) {
        return converter.transformFrom(value);
    }

    @Override
    public V transformTo(AttributeValue attribute) {
        try {
            return converter.transformTo(attribute);
        } catch (IllegalArgumentException | DateTimeException e) {
            // Without its cause: that would quote the value.
            throw new UnreadableItem(what, "has no valid " + name);
        }
    }

    @Override
    public EnhancedType<V> type() {
        return converter.type();
    }

    @Override
    public AttributeValueType attributeValueType() {
        return converter.attributeValueType();
    }
}
