package passby.aws.hotlist;

import org.jspecify.annotations.Nullable;
import passby.aws.json.JsonObject;
import passby.core.hotlist.HotListEntry;
import passby.core.hotlist.VehicleDescription;

/** What every answer says of a hot-list entry. */
public final class EntryJson {
    private EntryJson() {}

    public static JsonObject of(HotListEntry entry) {
        return new JsonObject()
                .with("source", entry.source())
                .with("recordId", entry.recordId())
                .with(
                        "plate",
                        entry.target().code().isEmpty() ? null : entry.target().code())
                .with("state", entry.state().code())
                .with("vehicle", vehicle(entry.vehicle()))
                .with("category", entry.category().code())
                .with("reason", entry.reason())
                .with("caseNumber", entry.caseNumber().value());
    }

    private static @Nullable JsonObject vehicle(VehicleDescription vehicle) {
        return vehicle.isEmpty()
                ? null
                : new JsonObject()
                        .with("year", vehicle.year())
                        .with("make", vehicle.make())
                        .with("model", vehicle.model())
                        .with("style", vehicle.style())
                        .with("colour", vehicle.colour());
    }
}
