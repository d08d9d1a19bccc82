package passby.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Follows a raw query over all its pages: for partitions whose rows are of several shapes, which a mapped table cannot read.
 * DynamoDB ends a page after a megabyte, whatever was asked for.
 */
public final class Pages {
    private final DynamoDbClient client;

    public Pages(DynamoDbClient client) {
        this.client = client;
    }

    /** Every item that the query finds. */
    public List<Map<String, AttributeValue>> query(QueryRequest query) {
        return query(query, Integer.MAX_VALUE);
    }

    /** The first items that the query finds, at most {@code limit}. */
    public List<Map<String, AttributeValue>> query(QueryRequest query, int limit) {
        var items = new ArrayList<Map<String, AttributeValue>>();
        var start = query.hasExclusiveStartKey() ? query.exclusiveStartKey() : Map.<String, AttributeValue>of();
        do {
            var page = query.toBuilder();
            if (limit < Integer.MAX_VALUE) {
                page.limit(limit - items.size());
            }
            if (!start.isEmpty()) {
                page.exclusiveStartKey(start);
            }
            var answer = client.query(page.build());
            items.addAll(answer.items());
            start = answer.lastEvaluatedKey();
        } while (!start.isEmpty() && items.size() < limit);
        return items;
    }
}
