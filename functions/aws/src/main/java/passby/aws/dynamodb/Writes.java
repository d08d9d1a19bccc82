package passby.aws.dynamodb;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The parts of a transaction that every capability writes alike. */
public final class Writes {
    private Writes() {}

    /** Puts a row whose key nobody has used. */
    public static TransactWriteItem putNew(Tables tables, Table table, Item item) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(tables.name(table))
                        .item(item.attributes())
                        .conditionExpression("attribute_not_exists(#partition)")
                        .expressionAttributeNames(Map.of("#partition", table.partition()))
                        .build())
                .build();
    }

    /** Puts a row in the place of one in which {@code attribute} has that value. */
    public static TransactWriteItem replace(
            Tables tables, Table table, Item item, String attribute, AttributeValue expected) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(tables.name(table))
                        .item(item.attributes())
                        .conditionExpression("#seen = :seen")
                        .expressionAttributeNames(Map.of("#seen", attribute))
                        .expressionAttributeValues(Map.of(":seen", expected))
                        .build())
                .build();
    }
}
