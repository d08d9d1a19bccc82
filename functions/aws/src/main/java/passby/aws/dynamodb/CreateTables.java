package passby.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Creates the tables of a local city; in AWS the stack declares them from the same data. */
public final class CreateTables {
    private final DynamoDbClient client;
    private final Tables tables;

    public CreateTables(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    /** Creates what is missing and leaves what is there: a city that was stopped finds its data again. */
    public void handle() {
        Tables.all().forEach(this::create);
    }

    private void create(Table table) {
        try {
            client.createTable(request(table));
            if (table.hasTimeToLive()) {
                client.updateTimeToLive(update -> update.tableName(tables.name(table))
                        .timeToLiveSpecification(
                                ttl -> ttl.attributeName(Tables.TIME_TO_LIVE).enabled(true)));
            }
        } catch (ResourceInUseException e) {
            // It is there already.
        }
    }

    private CreateTableRequest request(Table table) {
        var request = CreateTableRequest.builder()
                .tableName(tables.name(table))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        table.keyAttributes().stream().map(CreateTables::text).toList())
                .keySchema(schema(table));
        if (!table.indexes().isEmpty()) {
            request.globalSecondaryIndexes(
                    table.indexes().stream().map(CreateTables::index).toList());
        }
        return request.build();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static List<KeySchemaElement> schema(Table table) {
        var schema = new ArrayList<KeySchemaElement>();
        schema.add(element(table.partition(), KeyType.HASH));
        table.sortKey().ifPresent(sort -> schema.add(element(sort, KeyType.RANGE)));
        return schema;
    }

    private static KeySchemaElement element(String attribute, KeyType type) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
    }

    private static GlobalSecondaryIndex index(Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(element(index.partition(), KeyType.HASH), element(index.sort(), KeyType.RANGE))
                .projection(projection(index.projection()))
                .build();
    }

    private static software.amazon.awssdk.services.dynamodb.model.Projection projection(Index.Projection projected) {
        var projection = software.amazon.awssdk.services.dynamodb.model.Projection.builder();
        return switch (projected) {
            case Index.Projection.KeysOnly() ->
                projection.projectionType(ProjectionType.KEYS_ONLY).build();
            case Index.Projection.Everything() ->
                projection.projectionType(ProjectionType.ALL).build();
            case Index.Projection.Only(var attributes) ->
                projection
                        .projectionType(ProjectionType.INCLUDE)
                        .nonKeyAttributes(attributes)
                        .build();
        };
    }
}
