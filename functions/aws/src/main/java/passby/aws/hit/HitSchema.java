package passby.aws.hit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Parts;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Values;
import passby.aws.hotlist.HotListSchema;
import passby.core.capture.Position;
import passby.core.hit.Caution;
import passby.core.hit.FramesOfPass;
import passby.core.hit.Hit;
import passby.core.hit.HitId;
import passby.core.hit.HitStep;
import passby.core.hit.Sighting;
import passby.core.hotlist.HotListEntry;
import passby.core.hotlist.Match;
import passby.core.hotlist.MatchType;
import passby.core.picture.StoredCrops;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.plate.PlateKey;
import passby.core.retention.RetentionClock;
import passby.core.retention.RowClock;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A hit as it is stored, format version 2; in version 1 its entries were those of version 1. */
public final class HitSchema {
    private static final int VERSION = 2;

    static final String STATE = "state";
    static final String STEP_COUNT = "stepCount";
    static final String ALERT = "alert";

    private static final String RAISED_AT = "raisedAt";

    /** The row of a hit as it is raised or made certain: open, its alert pending, beside the rows of its steps. */
    public static final TableSchema<Hit> ROW = Expiry.add(
                    SchemaBuilder.row(Tables.HITS, "hit", VERSION, Hit.class, hit -> VERSION),
                    HitSchema::bases,
                    Hit::expiresAt,
                    hit -> null,
                    hit -> hit.hitId().value() + "#" + HitRowKeys.HIT)
            .keys(hit -> HitRowKeys.hit(hit.hitId()))
            .string("passId", Hit::passId)
            .with("plateKey", Converters.plateKey(), Hit::plateKey)
            .with("sighting", sighting(), Hit::sighting)
            .with("matches", Converters.list(match()), Hit::matches)
            .with("cautions", Converters.list(caution()), hit -> cautions(hit))
            .instant(RAISED_AT, Hit::raisedAt)
            .string("zone", hit -> hit.sighting().zone())
            .string(STATE, hit -> hit.state().code())
            .integer(STEP_COUNT, hit -> hit.steps().size())
            .string(ALERT, hit -> "PENDING")
            .string(Tables.BY_OPEN.partition(), hit -> HitRowKeys.OPEN)
            .string(Tables.BY_OPEN.sort(), hit -> HitRowKeys.raised(hit.raisedAt(), hit.hitId()))
            .string(Tables.BY_PENDING.partition(), hit -> HitRowKeys.pending(hit.hitId()))
            .string(Tables.BY_PENDING.sort(), hit -> KeyTimes.millis(hit.raisedAt()))
            .build(values -> new Hit(
                    values.parse("hitId", HitId::new),
                    values.string("passId"),
                    values.get("plateKey", PlateKey.class),
                    values.get("sighting", Sighting.class),
                    values.list("matches", Match.class),
                    cautions(values),
                    values.instant(RAISED_AT),
                    values.instant(Expiry.EXPIRES_AT),
                    List.of()));

    /** All but what tells that another frame or an officer changed the hit meanwhile. */
    public static final Set<String> BESIDES_SIGHT_AND_STEPS = ROW.attributeNames().stream()
            .filter(name -> !name.equals(RAISED_AT) && !name.equals(STEP_COUNT))
            .collect(Collectors.toUnmodifiableSet());

    private HitSchema() {}

    private static Map<RowClock, Instant> bases(Hit hit) {
        return Map.of(
                RowClock.HIT,
                RetentionClock.base(hit.sighting().capturedAt(), hit.sighting().receivedAt()));
    }

    /** @param rows of one hit: its own, which comes first, and those of its steps in order */
    static Hit read(List<Map<String, AttributeValue>> rows) {
        var raised = ROW.mapToItem(rows.getFirst());
        List<HitStep> steps = rows.stream()
                .skip(1)
                .map(row -> StepSchema.ROW.mapToItem(row).step())
                .toList();
        return new Hit(
                raised.hitId(),
                raised.passId(),
                raised.plateKey(),
                raised.sighting(),
                raised.matches(),
                raised.cautions(),
                raised.raisedAt(),
                raised.expiresAt(),
                steps);
    }

    /** Null where there is none, as in rows of the version before. */
    private static @Nullable List<Caution> cautions(Hit hit) {
        return hit.cautions().isEmpty()
                ? null
                : hit.cautions().stream().sorted().toList();
    }

    private static Set<Caution> cautions(Values values) {
        return values.has("cautions") ? Set.copyOf(values.list("cautions", Caution.class)) : Set.of();
    }

    private static AttributeConverter<Caution> caution() {
        return Converters.code(Caution.class, Caution::code, Caution::parse);
    }

    private static AttributeConverter<Sighting> sighting() {
        return Converters.part(SchemaBuilder.part("hit.sighting", Sighting.class)
                .string("readId", Sighting::readId)
                .with("plate", Converters.plate(), Sighting::plate)
                .with("state", Parts.state(), Sighting::state)
                .with("colour", Parts.colour(), sighting -> Parts.told(sighting.colour()))
                .with("confidence", Converters.confidence(), Sighting::confidence)
                .string("cameraId", Sighting::cameraId)
                .string("zone", Sighting::zone)
                .with("position", Parts.position(), Sighting::position)
                .integer("heading", Sighting::heading)
                .instant("capturedAt", Sighting::capturedAt)
                .instant("receivedAt", Sighting::receivedAt)
                .with("pictures", Parts.crops(), Sighting::pictures)
                .integer("framesAgreed", sighting -> frames(sighting, FramesOfPass::agreed))
                .integer("framesCompared", sighting -> frames(sighting, FramesOfPass::of))
                .build(values -> new Sighting(
                        values.string("readId"),
                        values.get("plate", Plate.class),
                        values.get("state", IssuingState.class),
                        Parts.colour(values, "colour"),
                        values.get("confidence", Confidence.class),
                        values.string("cameraId"),
                        values.string("zone"),
                        values.get("position", Position.class),
                        values.integer("heading"),
                        values.instant("capturedAt"),
                        values.instant("receivedAt"),
                        values.find("pictures", StoredCrops.class),
                        frames(values))));
    }

    /** Null for a frame that speaks for itself, as in rows from before votes were counted. */
    private static @Nullable Integer frames(Sighting sighting, ToIntFunction<FramesOfPass> part) {
        return sighting.frames().isVote() ? part.applyAsInt(sighting.frames()) : null;
    }

    private static FramesOfPass frames(Values values) {
        return values.has("framesCompared")
                ? new FramesOfPass(values.integer("framesAgreed"), values.integer("framesCompared"))
                : FramesOfPass.ALONE;
    }

    private static AttributeConverter<Match> match() {
        return Converters.part(SchemaBuilder.part("hit.match", Match.class)
                .with("entry", Converters.part(HotListSchema.ENTRY), Match::entry)
                .with("plate", Converters.plate(), Match::plate)
                .with("type", Converters.text(MatchType.class, MatchType::code, HitSchema::matchType), Match::type)
                .bool("alternate", Match::alternate)
                .build(values -> new Match(
                        values.get("entry", HotListEntry.class),
                        values.get("plate", Plate.class),
                        values.get("type", MatchType.class),
                        values.bool("alternate"))));
    }

    private static MatchType matchType(String word) {
        return MatchType.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
