package passby.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** Rows that do not fit into one page of a megabyte. */
final class PagesIT {
    private static final int ROWS = 8;
    private static final StoredCity CITY = StoredCity.fresh();
    private static final Pages PAGES = new Pages(CITY.client());

    @BeforeAll
    static void storeTwoAndAHalfMegabytes() {
        var large = "x".repeat(300_000);
        for (var row = 0; row < ROWS; row++) {
            var item = Item.of(1)
                    .keys(Tables.LEDGER_PENDING.key("a minute", "row-" + row))
                    .string("text", large);
            CITY.client()
                    .putItem(put -> put.tableName(CITY.tables().name(Tables.LEDGER_PENDING))
                            .item(item.attributes()));
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

    @Test
    void aScanFindsEveryRow() {
        var scan = ScanRequest.builder()
                .tableName(CITY.tables().name(Tables.LEDGER_PENDING))
                .build();

        assertThat(PAGES.scan(scan, 1000)).hasSize(ROWS);
        assertThat(PAGES.scan(scan, 7)).hasSize(7);
    }
}
