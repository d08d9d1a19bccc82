package passby.aws.hit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.Item;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.SharedFormats;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.aws.hotlist.DynamoDbHotListFormat;
import passby.core.hit.Hit;
import passby.core.hit.HitId;
import passby.core.hit.Sighting;
import passby.core.hotlist.Match;
import passby.core.hotlist.MatchType;
import passby.core.plate.Confidence;
import passby.core.plate.Plate;
import passby.core.plate.PlateKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A hit as it is stored, format version 1. */
public final class DynamoDbHitFormat {
    static final int VERSION = 1;
    static final String STATE = "state";
    static final String STEP_COUNT = "stepCount";
    static final String ALERT = "alert";

    private DynamoDbHitFormat() {}

    /** The row of a hit that is raised: without steps, open, its alert pending. */
    public static Item raised(Hit hit) {
        var item = Item.of(VERSION)
                .keys(HitRowKeys.hit(hit.hitId()))
                .string("passId", hit.passId())
                .string("plateKey", hit.plateKey().value())
                .part("sighting", write(hit.sighting()))
                .parts(
                        "matches",
                        hit.matches().stream().map(DynamoDbHitFormat::write).toList())
                .instant("raisedAt", hit.raisedAt())
                .string("zone", hit.sighting().zone())
                .string(STATE, hit.state().code())
                .longValue(STEP_COUNT, hit.steps().size())
                .string(ALERT, "PENDING")
                .string(Tables.BY_OPEN.partition(), HitRowKeys.OPEN)
                .string(Tables.BY_OPEN.sort(), HitRowKeys.raised(hit.raisedAt(), hit.hitId()))
                .string(Tables.BY_PENDING.partition(), HitRowKeys.pending(hit.hitId()))
                .string(Tables.BY_PENDING.sort(), KeyTimes.millis(hit.raisedAt()));
        return Expiry.put(item, hit.expiresAt(), hit.hitId().value() + "#" + HitRowKeys.HIT);
    }

    /** @param rows of one hit: its own, which comes first, and those of its steps in order */
    static Hit read(List<Map<String, AttributeValue>> rows) {
        var item = StoredItem.of("hit", VERSION, rows.getFirst());
        return new Hit(
                item.code("hitId", HitId::new),
                item.string("passId"),
                item.code("plateKey", PlateKey::new),
                sighting(item.part("sighting")),
                item.parts("matches").stream().map(DynamoDbHitFormat::match).toList(),
                item.instant("raisedAt"),
                item.instant(Expiry.EXPIRES_AT),
                rows.stream().skip(1).map(DynamoDbStepFormat::read).toList());
    }

    private static Item write(Sighting sighting) {
        return Item.part()
                .string("readId", sighting.readId())
                .string("plate", sighting.plate().raw())
                .part("state", SharedFormats.write(sighting.state()))
                .decimal("confidence", sighting.confidence().value())
                .string("cameraId", sighting.cameraId())
                .string("zone", sighting.zone())
                .part("position", SharedFormats.write(sighting.position()))
                .longValue("heading", sighting.heading())
                .instant("capturedAt", sighting.capturedAt())
                .instant("receivedAt", sighting.receivedAt())
                .part("pictures", SharedFormats.write(sighting.pictures()));
    }

    private static Sighting sighting(StoredItem part) {
        return new Sighting(
                part.string("readId"),
                part.code("plate", Plate::new),
                SharedFormats.state(part.part("state")),
                new Confidence(part.decimal("confidence")),
                part.string("cameraId"),
                part.string("zone"),
                SharedFormats.position(part.part("position")),
                part.intValue("heading"),
                part.instant("capturedAt"),
                part.instant("receivedAt"),
                SharedFormats.crops(part.part("pictures")));
    }

    private static Item write(Match match) {
        return Item.part()
                .part("entry", DynamoDbHotListFormat.snapshot(match.entry()))
                .string("plate", match.plate().raw())
                .string("type", match.type().code())
                .bool("alternate", match.alternate());
    }

    private static Match match(StoredItem part) {
        return new Match(
                DynamoDbHotListFormat.read(part.part("entry")),
                part.code("plate", Plate::new),
                part.code("type", DynamoDbHitFormat::matchType),
                part.bool("alternate"));
    }

    private static MatchType matchType(String word) {
        return MatchType.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
