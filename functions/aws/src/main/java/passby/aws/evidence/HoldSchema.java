package passby.aws.evidence;

import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.core.evidence.HeldRead;
import passby.core.evidence.Hold;
import passby.core.evidence.HoldEvent;
import passby.core.evidence.HoldKind;
import passby.core.evidence.HoldRequest;
import passby.core.id.CaseNumber;
import passby.core.people.Role;
import passby.core.plate.PlateKey;
import passby.core.read.ReadRef;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** A hold as it is stored, format version 1. */
final class HoldSchema {
    static final String REVISION = "revision";
    static final String STATE = "state";
    static final String LOCKED_UNTIL = "lockedUntil";

    static final TableSchema<Hold> ROW = SchemaBuilder.row(Tables.HOLDS, "hold", 1, Hold.class)
            .keys(hold -> Tables.HOLDS.key(hold.holdId()))
            .with("kind", Converters.code(HoldKind.class, HoldKind::code, HoldKind::parse), Hold::kind)
            .string("caseNumber", hold -> hold.caseNumber().value())
            .string("authority", Hold::authority)
            .string("party", Hold::party)
            .with("reads", Converters.list(read()), Hold::reads)
            .instant("until", Hold::until)
            .with(STATE, Converters.code(Hold.State.class, Hold.State::code, Hold.State::parse), Hold::state)
            .with("request", request(), Hold::request)
            .with("events", Converters.list(event()), Hold::events)
            .integer(REVISION, Hold::revision)
            .instant(LOCKED_UNTIL, Hold::lockedUntil)
            .build(values -> new Hold(
                    values.string("holdId"),
                    values.get("kind", HoldKind.class),
                    new CaseNumber(values.string("caseNumber")),
                    values.string("authority"),
                    values.string("party"),
                    values.list("reads", HeldRead.class),
                    values.instant("until"),
                    values.get(STATE, Hold.State.class),
                    values.find("request", HoldRequest.class),
                    values.list("events", HoldEvent.class),
                    values.integer(REVISION),
                    values.has(LOCKED_UNTIL) ? values.instant(LOCKED_UNTIL) : null));

    private HoldSchema() {}

    private static AttributeConverter<HeldRead> read() {
        return Converters.part(SchemaBuilder.part("hold.reads", HeldRead.class)
                .with("plateKey", Converters.plateKey(), read -> read.ref().plateKey())
                .instant("capturedAt", read -> read.ref().capturedAt())
                .string("readId", read -> read.ref().readId())
                .bool("copied", HeldRead::copied)
                .build(values -> new HeldRead(
                        new ReadRef(
                                values.get("plateKey", PlateKey.class),
                                values.instant("capturedAt"),
                                values.string("readId")),
                        values.bool("copied"))));
    }

    private static AttributeConverter<HoldRequest> request() {
        return Converters.part(SchemaBuilder.part("hold.request", HoldRequest.class)
                .with(
                        "action",
                        Converters.code(HoldRequest.Action.class, HoldRequest.Action::code, HoldRequest.Action::parse),
                        HoldRequest::action)
                .string("by", HoldRequest::by)
                .with("role", Converters.code(Role.class, Role::code, Role::of), HoldRequest::role)
                .instant("until", HoldRequest::until)
                .build(values -> new HoldRequest(
                        values.get("action", HoldRequest.Action.class),
                        values.string("by"),
                        values.get("role", Role.class),
                        values.instant("until"))));
    }

    private static AttributeConverter<HoldEvent> event() {
        return Converters.part(SchemaBuilder.part("hold.events", HoldEvent.class)
                .string("what", HoldEvent::what)
                .string("by", HoldEvent::by)
                .instant("at", HoldEvent::at)
                .string("entryId", HoldEvent::entryId)
                .string("canonical", HoldEvent::canonical)
                .build(values -> new HoldEvent(
                        values.string("what"),
                        values.string("by"),
                        values.instant("at"),
                        values.string("entryId"),
                        values.string("canonical"))));
    }
}
