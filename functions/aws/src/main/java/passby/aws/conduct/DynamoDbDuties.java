package passby.aws.conduct;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.conduct.Duties;
import passby.core.conduct.DutyHours;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Everybody's hours, in one partition of Conduct, format version 1. */
public final class DynamoDbDuties implements Duties {
    private static final TableSchema<DutyHours> ROW = Expiry.add(
                    SchemaBuilder.row(Tables.CONDUCT, "dutyHours", 1, DutyHours.class),
                    DutyHours::until,
                    hours -> ConductRowKeys.id(ConductRowKeys.duty(hours.personId())))
            .keys(hours -> ConductRowKeys.duty(hours.personId()))
            .string("timeZone", hours -> hours.timeZone().getId())
            .with("weekly", Converters.list(shift()), DutyHours::weekly)
            .with("extra", Converters.list(extra()), DutyHours::extra)
            .with("away", Converters.list(extra()), hours -> hours.away().isEmpty() ? null : hours.away())
            .build(values -> new DutyHours(
                    values.string("part"),
                    values.parse("timeZone", ZoneId::of),
                    values.list("weekly", DutyHours.Shift.class),
                    values.list("extra", DutyHours.Extra.class),
                    values.has("away") ? values.list("away", DutyHours.Extra.class) : List.of(),
                    values.instant(Expiry.EXPIRES_AT)));

    private final DynamoDbTable<DutyHours> hours;
    private final DynamoDbChanges changes;

    public DynamoDbDuties(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.hours = tables.mapped(client, Tables.CONDUCT, ROW);
        this.changes = changes;
    }

    @Override
    public Optional<DutyHours> find(String personId) {
        return Optional.ofNullable(
                hours.getItem(get -> get.key(ConductRowKeys.duty(personId)).consistentRead(true)));
    }

    @Override
    public Commit put(DutyHours entered, Entry entry) {
        return changes.commit(List.of(Writes.put(hours, entered)), entry);
    }

    @Override
    public Commit swap(List<DutyHours> before, List<DutyHours> after, Entry entry) {
        var writes = IntStream.range(0, before.size())
                .mapToObj(i -> Writes.replaceWhole(hours, after.get(i), before.get(i)))
                .toList();
        return changes.commit(writes, entry);
    }

    private static AttributeConverter<DutyHours.Shift> shift() {
        return Converters.part(SchemaBuilder.part("dutyHours.shift", DutyHours.Shift.class)
                .string("day", shift -> shift.day().name())
                .string("from", shift -> shift.from().toString())
                .string("length", shift -> shift.length().toString())
                .build(values -> new DutyHours.Shift(
                        values.parse("day", DayOfWeek::valueOf),
                        values.parse("from", LocalTime::parse),
                        values.parse("length", Duration::parse))));
    }

    private static AttributeConverter<DutyHours.Extra> extra() {
        return Converters.part(SchemaBuilder.part("dutyHours.extra", DutyHours.Extra.class)
                .instant("from", DutyHours.Extra::from)
                .instant("to", DutyHours.Extra::to)
                .build(values -> new DutyHours.Extra(values.instant("from"), values.instant("to"))));
    }
}
