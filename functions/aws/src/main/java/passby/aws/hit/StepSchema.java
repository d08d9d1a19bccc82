package passby.aws.hit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.UnreadableItem;
import passby.aws.dynamodb.Values;
import passby.core.hit.ConfirmationSource;
import passby.core.hit.Disposition;
import passby.core.hit.HitState;
import passby.core.hit.HitStep;
import passby.core.hit.RejectionReason;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** A step as it is stored, format version 1. It goes with its hit. */
final class StepSchema {
    private static final String CONTACT_UNCONFIRMED = "contact-unconfirmed";
    private static final String ESCALATED = "escalated";

    static final TableSchema<Row> ROW = Expiry.add(
                    SchemaBuilder.row(Tables.HITS, "step", 1, Row.class),
                    Row::expiresAt,
                    row -> row.hitId() + "#" + row.part())
            .keys(Row::key)
            .string("by", row -> row.step().by())
            .instant("at", row -> row.step().at())
            .string("step", row -> row.step().code())
            .with(
                    "reason",
                    Converters.code(RejectionReason.class, RejectionReason::code, RejectionReason::parse),
                    row -> row.step() instanceof HitStep.Rejected rejected ? rejected.reason() : null)
            .with(
                    "source",
                    Converters.code(ConfirmationSource.class, ConfirmationSource::code, ConfirmationSource::parse),
                    row -> row.step() instanceof HitStep.ConfirmationRequested asked ? asked.source() : null)
            .with(
                    "urgency",
                    Converters.code(HitStep.Urgency.class, HitStep.Urgency::code, HitStep.Urgency::parse),
                    row -> row.step() instanceof HitStep.ConfirmationRequested asked ? asked.urgency() : null)
            .string(
                    "confirmedBy",
                    row -> row.step() instanceof HitStep.Confirmed confirmed ? confirmed.confirmedBy() : null)
            .bool("timedOut", row -> row.step() instanceof HitStep.NotConfirmed no ? no.timedOut() : null)
            .string(
                    "narrative",
                    row -> row.step() instanceof HitStep.ContactUnconfirmed contact ? contact.reason() : null)
            .with(
                    "dispositions",
                    Converters.list(Converters.code(Disposition.class, Disposition::code, Disposition::parse)),
                    row -> row.step() instanceof HitStep.Disposed disposed ? sorted(disposed) : null)
            .build(values -> new Row(
                    Tables.HITS.key(values.string("hitId"), values.string("part")),
                    step(values),
                    values.instant(Expiry.EXPIRES_AT)));

    private StepSchema() {}

    /** A step under the key of its number. */
    record Row(Key key, HitStep step, Instant expiresAt) {
        private String hitId() {
            return key.partitionKeyValue().s();
        }

        private String part() {
            return key.sortKeyValue().orElseThrow().s();
        }
    }

    private static List<Disposition> sorted(HitStep.Disposed disposed) {
        return disposed.dispositions().stream().sorted().toList();
    }

    private static HitStep step(Values values) {
        var by = values.string("by");
        var at = values.instant("at");
        var code = values.string("step");
        if (code.equals(CONTACT_UNCONFIRMED)) {
            return new HitStep.ContactUnconfirmed(by, at, values.string("narrative"));
        }
        if (code.equals(ESCALATED)) {
            return new HitStep.Escalated(by, at);
        }
        return switch (state(code)) {
            case VIEWED -> new HitStep.Viewed(by, at);
            case IMAGE_MATCHED -> new HitStep.ImageMatched(by, at);
            case REJECTED -> new HitStep.Rejected(by, at, values.get("reason", RejectionReason.class));
            case CONFIRMATION_REQUESTED ->
                new HitStep.ConfirmationRequested(
                        by,
                        at,
                        values.get("source", ConfirmationSource.class),
                        values.get("urgency", HitStep.Urgency.class));
            case CONFIRMED -> new HitStep.Confirmed(by, at, values.string("confirmedBy"));
            case NOT_CONFIRMED -> new HitStep.NotConfirmed(by, at, values.bool("timedOut"));
            case CONTACT -> new HitStep.Contacted(by, at);
            case DISPOSITION ->
                new HitStep.Disposed(by, at, Set.copyOf(values.list("dispositions", Disposition.class)));
            case ALERTED -> throw new UnreadableItem("step", "is of an unknown kind");
        };
    }

    private static HitState state(String code) {
        return Arrays.stream(HitState.values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new UnreadableItem("step", "is of an unknown kind"));
    }
}
