package passby.aws.conduct;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import passby.aws.dynamodb.BatchWrites;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.core.conduct.Act;
import passby.core.conduct.Acts;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Acts in Conduct, each under its person and under its target, format version 1. */
public final class DynamoDbActs implements Acts {
    private static final TableSchema<Row> ROW = Expiry.add(
                    SchemaBuilder.row(Tables.CONDUCT, "act", 1, Row.class),
                    row -> row.act().at().plus(KEPT),
                    row -> ConductRowKeys.id(row.key()))
            .keys(Row::key)
            .string("entryId", row -> row.act().entryId())
            .instant("at", row -> row.act().at())
            .string("kind", row -> code(row.act().kind()))
            .string("person", row -> row.act().person())
            .string("target", row -> row.act().target())
            .string("caseKey", row -> row.act().caseKey())
            .string("device", row -> row.act().device())
            .bool("refused", row -> row.act().refused())
            .bool("prohibited", row -> row.act().prohibited())
            .build(values -> new Row(
                    Tables.CONDUCT.key(values.string("subject"), values.string("part")),
                    new Act(
                            values.string("entryId"),
                            values.instant("at"),
                            values.parse("kind", DynamoDbActs::kind),
                            values.string("person"),
                            values.string("target"),
                            values.string("caseKey"),
                            values.string("device"),
                            values.bool("refused"),
                            values.bool("prohibited"))));

    private record Row(Key key, Act act) {}

    private final DynamoDbClient client;
    private final Tables tables;

    public DynamoDbActs(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    @Override
    public void put(List<Act> acts) {
        var rows = acts.stream().flatMap(DynamoDbActs::rows).toList();
        new BatchWrites(client, tables).put(Tables.CONDUCT, ROW, rows);
    }

    private static Stream<Row> rows(Act act) {
        var partitions = act.target().isEmpty()
                ? Stream.of(ConductRowKeys.person(act.person()))
                : Stream.of(ConductRowKeys.person(act.person()), ConductRowKeys.target(act.target()));
        return partitions.map(partition -> new Row(ConductRowKeys.act(partition, act), act));
    }

    @Override
    public List<Act> of(String person, Instant since) {
        return find(ConductRowKeys.person(person), since);
    }

    @Override
    public List<Act> about(String target, Instant since) {
        return find(ConductRowKeys.target(target), since);
    }

    private List<Act> find(String partition, Instant since) {
        var from = QueryConditional.sortGreaterThanOrEqualTo(Tables.CONDUCT.key(partition, KeyTimes.millis(since)));
        return tables
                .mapped(client, Tables.CONDUCT, ROW)
                .query(query -> query.queryConditional(from).consistentRead(true))
                .items()
                .stream()
                .map(Row::act)
                .toList();
    }

    private static String code(Act.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Act.Kind kind(String code) {
        return Act.Kind.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
