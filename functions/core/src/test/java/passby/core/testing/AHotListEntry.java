package passby.core.testing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import passby.core.hotlist.Category;
import passby.core.hotlist.HotListEntry;
import passby.core.hotlist.ListedState;
import passby.core.hotlist.Target;
import passby.core.hotlist.VehicleDescription;
import passby.core.id.CaseNumber;

/** Builds hot-list entries; each {@code with} answers a new builder. A stolen vehicle from California unless told otherwise. */
public record AHotListEntry(
        String source,
        String recordId,
        String plate,
        ListedState state,
        Category category,
        Instant effective,
        Instant expires,
        Instant createdAt,
        @Nullable String approvedBy) {

    public static AHotListEntry of(String recordId, String plate) {
        return new AHotListEntry(
                HotListEntry.CUSTOM,
                recordId,
                plate,
                new ListedState.Named("CA"),
                Category.STOLEN_VEHICLE,
                TestData.NOW.minus(Duration.ofHours(1)),
                TestData.NOW.plus(Duration.ofDays(7)),
                TestData.NOW.minus(Duration.ofHours(1)),
                null);
    }

    public AHotListEntry withSource(String other) {
        return new AHotListEntry(other, recordId, plate, state, category, effective, expires, createdAt, approvedBy);
    }

    public AHotListEntry withState(ListedState other) {
        return new AHotListEntry(source, recordId, plate, other, category, effective, expires, createdAt, approvedBy);
    }

    public AHotListEntry withCategory(Category other) {
        return new AHotListEntry(source, recordId, plate, state, other, effective, expires, createdAt, approvedBy);
    }

    public AHotListEntry withEffective(Instant from, Instant to) {
        return new AHotListEntry(source, recordId, plate, state, category, from, to, createdAt, approvedBy);
    }

    public AHotListEntry withCreatedAt(Instant at) {
        return new AHotListEntry(source, recordId, plate, state, category, effective, expires, at, approvedBy);
    }

    public AHotListEntry withApprovedBy(String personId) {
        return new AHotListEntry(source, recordId, plate, state, category, effective, expires, createdAt, personId);
    }

    public HotListEntry build() {
        return new HotListEntry(
                source,
                recordId,
                Target.parse(plate).orElseThrow(),
                state,
                VehicleDescription.NONE,
                category,
                "Seen leaving the scene",
                new CaseNumber("26-004711"),
                "officer-lopez",
                effective,
                expires,
                createdAt,
                category.approvedFirst(),
                approvedBy,
                null,
                null,
                null,
                1);
    }
}
