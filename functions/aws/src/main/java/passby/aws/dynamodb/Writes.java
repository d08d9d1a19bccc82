package passby.aws.dynamodb;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
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

    /** Puts a row in the place of one in which every attribute has the value that it has in {@code expected}. */
    public static TransactWriteItem replaceWhole(Tables tables, Table table, Item item, Item expected) {
        var names = new LinkedHashMap<String, String>();
        var values = new LinkedHashMap<String, AttributeValue>();
        var same = new StringJoiner(" AND ");
        expected.attributes().forEach((name, value) -> {
            var position = names.size();
            names.put("#a" + position, name);
            values.put(":a" + position, value);
            same.add("#a" + position + " = :a" + position);
        });
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(tables.name(table))
                        .item(item.attributes())
                        .conditionExpression(same.toString())
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values)
                        .build())
                .build();
    }
}
