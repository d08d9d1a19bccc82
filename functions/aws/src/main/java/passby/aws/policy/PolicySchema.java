package passby.aws.policy;

import java.time.Duration;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.UnreadableItem;
import passby.aws.dynamodb.Values;
import passby.core.id.Ori;
import passby.core.policy.AlertingRules;
import passby.core.policy.Bounds;
import passby.core.policy.CaptureSwitch;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.ReaderRules;
import passby.core.policy.RecognizerOrder;
import passby.core.policy.SearchRules;
import passby.core.retention.ImageRetention;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RecordClocks;
import passby.core.zone.ExcludedZones;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * An effective policy as it is stored, in the format version of its document: field by field, beside the document that is
 * hashed and published. Both must say the same, or there is no policy. Version 1 bounds neither pictures nor uploads; below version
 * 3 capture cannot be switched off, below version 4 lists and alerts have no rules, below version 5 records no clocks of their own,
 * below version 6 no place is excluded, below version 7 readers have no rules that the city set, and below
 * version 8 searches have none.
 */
final class PolicySchema {
    static final String NUMBER = "number";

    static final TableSchema<Row> ROW = SchemaBuilder.row(
                    Tables.POLICY,
                    "policy",
                    EffectivePolicy.FORMAT,
                    Row.class,
                    row -> row.policy().format())
            .keys(Row::key)
            .integer(NUMBER, row -> row.policy().version())
            .string("cityId", row -> row.policy().cityId())
            .string("agency", row -> row.policy().agency())
            .string("ori", row -> row.policy().ori().value())
            .string("profile", row -> row.policy().profile())
            .with("nonHitRetention", nonHitRetention(), row -> row.policy().nonHitRetention())
            .longValue("hitRetentionDays", row -> row.policy().hitRetention().toDays())
            .with(
                    "imageRetention",
                    imageRetention(),
                    row -> isOfFormat1(row) ? null : row.policy().imageRetention())
            .integer(
                    "cameraUploadRate",
                    row -> isOfFormat1(row) ? null : row.policy().cameraUploadRate())
            .with("recognizerOrder", order(), row -> row.policy().order())
            .with(
                    "capture",
                    capture(),
                    row -> row.policy().format() < 3 ? null : row.policy().capture())
            .with("bounds", bounds(), row -> row.policy().bounds())
            .with(
                    "boundsOfFormat3",
                    laterBounds(),
                    row -> row.policy().format() < 3 ? null : row.policy().bounds())
            .with(
                    "alerting",
                    alerting(),
                    row -> row.policy().format() < 4 ? null : row.policy().alerting())
            .with(
                    "records",
                    records(),
                    row -> row.policy().format() < 5 ? null : row.policy().records())
            .string(
                    "zones",
                    row -> row.policy().format() < 6
                            ? null
                            : row.policy().zones().text())
            .with(
                    "readers",
                    readers(),
                    row -> row.policy().format() < 7 ? null : row.policy().readers())
            .with(
                    "searches",
                    searches(),
                    row -> row.policy().format() < 8 ? null : row.policy().searches())
            .string("document", row -> row.policy().canonical())
            .build(values -> new Row(Tables.POLICY.key(values.string(Tables.POLICY.partition())), policy(values)));

    private PolicySchema() {}

    /** @param key of the version, or of the one in force */
    record Row(Key key, EffectivePolicy policy) {}

    private static boolean isOfFormat1(Row row) {
        return row.policy().format() == 1;
    }

    private static EffectivePolicy policy(Values values) {
        var format = values.integer("v");
        var policy = new EffectivePolicy(
                format,
                values.integer(NUMBER),
                values.string("cityId"),
                values.string("agency"),
                new Ori(values.string("ori")),
                values.string("profile"),
                values.get("nonHitRetention", NonHitRetention.class),
                Duration.ofDays(values.longValue("hitRetentionDays")),
                format == 1
                        ? EffectivePolicy.FORMAT_1_IMAGE_RETENTION
                        : values.get("imageRetention", ImageRetention.class),
                format == 1 ? EffectivePolicy.FORMAT_1_CAMERA_UPLOAD_RATE : values.integer("cameraUploadRate"),
                values.get("recognizerOrder", RecognizerOrder.class),
                format < 3 ? CaptureSwitch.ON : values.get("capture", CaptureSwitch.class),
                boundsOf(values, format),
                format < 4 ? AlertingRules.DEFAULT : values.get("alerting", AlertingRules.class),
                format < 5 ? RecordClocks.DEFAULT : values.get("records", RecordClocks.class),
                format < 6 ? ExcludedZones.NONE : values.parse("zones", ExcludedZones::of),
                format < 7 ? ReaderRules.DEFAULT : values.get("readers", ReaderRules.class),
                format < 8 ? SearchRules.DEFAULT : values.get("searches", SearchRules.class));
        if (!policy.canonical().equals(values.string("document"))) {
            throw new UnreadableItem("policy", "says something else than its document");
        }
        return policy;
    }

    /** The later bounds lie beside the earlier ones, so that each map has exactly the attributes that it always had. */
    private static Bounds boundsOf(Values values, int format) {
        var bounds = values.get("bounds", Bounds.class);
        if (format < 3) {
            return bounds;
        }
        var later = values.get("boundsOfFormat3", Bounds.class);
        return bounds.withCameras(later.entriesPerHour(), later.cameraOutstanding(), later.cameraDailyMegabytes());
    }

    private static AttributeConverter<AlertingRules> alerting() {
        return Converters.part(SchemaBuilder.part("policy alerting", AlertingRules.class)
                .bool("outsideLists", AlertingRules::outsideLists)
                .string("fileCodes", AlertingRules::fileCodes)
                .longValue(
                        "escalateAfterMinutes",
                        alerting -> alerting.escalateAfter().toMinutes())
                .build(values -> new AlertingRules(
                        values.bool("outsideLists"),
                        values.string("fileCodes"),
                        Duration.ofMinutes(values.longValue("escalateAfterMinutes")))));
    }

    private static AttributeConverter<RecordClocks> records() {
        return Converters.part(SchemaBuilder.part("policy records", RecordClocks.class)
                .integer("hotListEntryDays", RecordClocks::listEntryDays)
                .integer("searchRecordDays", RecordClocks::searchRecordDays)
                .integer("ledgerDays", RecordClocks::ledgerDays)
                .build(values -> new RecordClocks(
                        values.integer("hotListEntryDays"),
                        values.integer("searchRecordDays"),
                        values.integer("ledgerDays"))));
    }

    private static AttributeConverter<ReaderRules> readers() {
        return Converters.part(SchemaBuilder.part("policy readers", ReaderRules.class)
                .integer("sampleShareThousandths", ReaderRules::sampleShare)
                .integer("misreadLimitPercent", ReaderRules::misreadLimitPercent)
                .integer("floor", ReaderRules::floor)
                .build(values -> new ReaderRules(
                        values.integer("sampleShareThousandths"),
                        values.integer("misreadLimitPercent"),
                        values.integer("floor"))));
    }

    private static AttributeConverter<SearchRules> searches() {
        return Converters.part(SchemaBuilder.part("policy searches", SearchRules.class)
                .integer("warrantAfterHours", SearchRules::warrantAfterHours)
                .build(values -> new SearchRules(values.integer("warrantAfterHours"))));
    }

    private static AttributeConverter<CaptureSwitch> capture() {
        return Converters.code(CaptureSwitch.class, CaptureSwitch::code, CaptureSwitch::parse);
    }

    private static AttributeConverter<Bounds> laterBounds() {
        return Converters.part(SchemaBuilder.part("policy bounds of format 3", Bounds.class)
                .integer("entriesPerHour", Bounds::entriesPerHour)
                .integer("cameraOutstanding", Bounds::cameraOutstanding)
                .integer("cameraDailyMegabytes", Bounds::cameraDailyMegabytes)
                .build(values -> Bounds.DEFAULT.withCameras(
                        values.integer("entriesPerHour"),
                        values.integer("cameraOutstanding"),
                        values.integer("cameraDailyMegabytes"))));
    }

    private static AttributeConverter<NonHitRetention> nonHitRetention() {
        return Converters.code(NonHitRetention.class, NonHitRetention::code, NonHitRetention::parse);
    }

    private static AttributeConverter<ImageRetention> imageRetention() {
        return Converters.code(ImageRetention.class, ImageRetention::code, ImageRetention::parse);
    }

    private static AttributeConverter<RecognizerOrder> order() {
        return Converters.code(RecognizerOrder.class, RecognizerOrder::code, RecognizerOrder::parse);
    }

    private static AttributeConverter<Bounds> bounds() {
        return Converters.part(SchemaBuilder.part("policy bounds", Bounds.class)
                .longValue("searchWindowDays", bounds -> bounds.searchWindow().toDays())
                .integer("searchRows", Bounds::searchRows)
                .integer("pageRows", Bounds::pageRows)
                .integer("searchesPerHour", Bounds::searchesPerHour)
                .longValue("clockSkewSeconds", bounds -> bounds.clockSkew().toSeconds())
                .integer("confidentPercent", Bounds::confidentPercent)
                .longValue(
                        "unapprovedEntryHours",
                        bounds -> bounds.unapprovedEntryLife().toHours())
                .build(values -> new Bounds(
                        Duration.ofDays(values.longValue("searchWindowDays")),
                        values.integer("searchRows"),
                        values.integer("pageRows"),
                        values.integer("searchesPerHour"),
                        Duration.ofSeconds(values.longValue("clockSkewSeconds")),
                        values.integer("confidentPercent"),
                        Duration.ofHours(values.longValue("unapprovedEntryHours")))));
    }
}
