package passby.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Rows that do not fit into one page of a megabyte. */
final class PagesIT {
    private static final int ROWS = 8;
    private static final StoredCity CITY = StoredCity.fresh();
    private static final Pages PAGES = new Pages(CITY.client());

    @BeforeAll
    static void storeTwoAndAHalfMegabytes() {
        var large = "x".repeat(300_000);
        for (var row = 0; row < ROWS; row++) {
            var item = Tables.LEDGER_PENDING.attributes(Tables.LEDGER_PENDING.key("a minute", "row-" + row));
            item.put("text", AttributeValue.fromS(large));
            CITY.client()
                    .putItem(put -> put.tableName(CITY.tables().name(Tables.LEDGER_PENDING))
                            .item(item));
        }
    }

    private static QueryRequest query() {
        return QueryRequest.builder()
                .tableName(CITY.tables().name(Tables.LEDGER_PENDING))
                .keyConditionExpression("minuteShard = :minute")
                .expressionAttributeValues(Map.of(":minute", AttributeValue.fromS("a minute")))
                .build();
    }

    @Test
    void aQueryFindsEveryRowInOrder() {
        assertThat(PAGES.query(query()))
                .extracting(row -> StoredItem.part("row", row).string("entryId"))
                .hasSize(ROWS)
                .isSorted();
    }

    @Test
    void aQueryStopsAtItsLimitAcrossPages() {
        assertThat(PAGES.query(query(), 6)).hasSize(6);
        assertThat(PAGES.query(query(), 1)).hasSize(1);
    }

    /** As the adapters limit what a mapped table finds. */
    @Test
    void aMappedTableIsReadOverItsPagesToo() {
        var rows = CITY.tables()
                .mapped(
                        CITY.client(),
                        Tables.LEDGER_PENDING,
                        SchemaBuilder.partOfRow(Tables.LEDGER_PENDING, "row", Key.class)
                                .keys(key -> key)
                                .build(values -> Tables.LEDGER_PENDING.key(
                                        values.string("minuteShard"), values.string("entryId"))));
        var minute = QueryConditional.keyEqualTo(key -> key.partitionValue("a minute"));

        assertThat(rows.scan().items().stream()).hasSize(ROWS);
        assertThat(rows.query(minute).items().stream().limit(6)).hasSize(6);
        assertThat(rows.query(minute).items().stream())
                .extracting(row -> row.sortKeyValue().orElseThrow().s())
                .hasSize(ROWS)
                .isSorted();
    }
}
