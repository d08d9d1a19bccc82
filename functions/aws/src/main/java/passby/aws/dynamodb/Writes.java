package passby.aws.dynamodb;

import java.util.Set;
import java.util.StringJoiner;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.model.IgnoreNullsMode;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactUpdateItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The parts of a transaction, and the conditions, that every capability writes alike. */
public final class Writes {
    private Writes() {}

    /** Puts a row whose key nobody has used. */
    public static <T> Write putNew(DynamoDbTable<T> table, T row) {
        return put(table, row, isNew(table));
    }

    /** Puts a row in the place of whatever is there. */
    public static <T> Write put(DynamoDbTable<T> table, T row) {
        var request = TransactPutItemEnhancedRequest.builder(
                        table.tableSchema().itemType().rawClass())
                .item(row)
                .build();
        return transaction -> transaction.addPutItem(table, request);
    }

    /** Puts a row in the place of one in which {@code attribute} has that value. */
    public static <T> Write replace(DynamoDbTable<T> table, T row, String attribute, AttributeValue expected) {
        return put(table, row, has(attribute, expected));
    }

    /** Puts a row in the place of one in which every attribute has the value that it has in {@code expected}. */
    public static <T> Write replaceWhole(DynamoDbTable<T> table, T row, T expected) {
        return put(table, row, isStillAs(table, expected, Set.of()));
    }

    /** Puts a row in the place of one that meets the condition. */
    public static <T> Write replaceIf(DynamoDbTable<T> table, T row, Expression condition) {
        return put(table, row, condition);
    }

    private static <T> Write put(DynamoDbTable<T> table, T row, Expression condition) {
        var request = TransactPutItemEnhancedRequest.builder(
                        table.tableSchema().itemType().rawClass())
                .item(row)
                .conditionExpression(condition)
                .build();
        return transaction -> transaction.addPutItem(table, request);
    }

    /**
     * Changes the attributes of the schema, which is a part of a row's, and no other.
     *
     * @param nulls whether an attribute that is null goes or stays
     */
    public static <T> Write update(DynamoDbTable<T> table, T part, IgnoreNullsMode nulls, Expression condition) {
        var request = TransactUpdateItemEnhancedRequest.builder(
                        table.tableSchema().itemType().rawClass())
                .item(part)
                .ignoreNullsMode(nulls)
                .conditionExpression(condition)
                .build();
        return transaction -> transaction.addUpdateItem(table, request);
    }

    public static Expression isNew(DynamoDbTable<?> table) {
        return Expression.builder()
                .expression("attribute_not_exists(#partition)")
                .putExpressionName(
                        "#partition", table.tableSchema().tableMetadata().primaryPartitionKey())
                .build();
    }

    /** That the row is there, whatever is in it. */
    public static Expression hasKey(DynamoDbTable<?> table) {
        return Expression.builder()
                .expression("attribute_exists(#partition)")
                .putExpressionName(
                        "#partition", table.tableSchema().tableMetadata().primaryPartitionKey())
                .build();
    }

    /** That the row is there, without that attribute. */
    public static Expression hasKeyAndNo(DynamoDbTable<?> table, String attribute) {
        return hasKey(table).and(hasNo(attribute));
    }

    public static Expression has(String attribute, AttributeValue expected) {
        return Expression.builder()
                .expression("#seen = :seen")
                .putExpressionName("#seen", attribute)
                .putExpressionValue(":seen", expected)
                .build();
    }

    public static Expression hasNo(String attribute) {
        return Expression.builder()
                .expression("attribute_not_exists(#absent)")
                .putExpressionName("#absent", attribute)
                .build();
    }

    /**
     * That the row is as expected, attribute by attribute; an attribute that {@code expected} does not have is not there.
     *
     * @param besides attributes that may be anything
     */
    public static <T> Expression isStillAs(DynamoDbTable<T> table, T expected, Set<String> besides) {
        var attributes = table.tableSchema().itemToMap(expected, true);
        var same = new StringJoiner(" AND ");
        var expression = Expression.builder();
        var position = 0;
        for (var name : table.tableSchema().attributeNames()) {
            if (besides.contains(name)) {
                continue;
            }
            var value = attributes.get(name);
            expression.putExpressionName("#a" + position, name);
            if (value == null) {
                same.add("attribute_not_exists(#a" + position + ")");
            } else {
                expression.putExpressionValue(":a" + position, value);
                same.add("#a" + position + " = :a" + position);
            }
            position++;
        }
        return expression.expression(same.toString()).build();
    }
}
