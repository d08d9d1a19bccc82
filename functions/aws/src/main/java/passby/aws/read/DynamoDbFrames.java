package passby.aws.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Write;
import passby.aws.dynamodb.Writes;
import passby.aws.hit.HitSchema;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.hit.Hit;
import passby.core.picture.FrameLimits;
import passby.core.plate.CityKey;
import passby.core.read.Frame;
import passby.core.read.Frames;
import passby.core.read.Read;
import passby.core.retention.RowClock;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Frames with everything found in them: frame, reads, hits and the hits' entries in one transaction. The distinct plates
 * are noted just before, outside of it: a plate without a read is found and dropped later, a read without its plate would
 * never be found by a wildcard.
 */
public final class DynamoDbFrames implements Frames {
    private final DynamoDbTable<Frame> frames;
    private final DynamoDbTable<Read> reads;
    private final DynamoDbTable<Hit> hits;
    private final DynamoDbChanges changes;
    private final DynamoDbPlates plates;

    public DynamoDbFrames(DynamoDbClient client, Tables tables, DynamoDbChanges changes, Supplier<CityKey> cityKey) {
        this.frames = tables.mapped(client, Tables.FRAMES, FrameSchema.ROW);
        this.reads = tables.mapped(client, Tables.READS, ReadSchema.ROW);
        this.hits = tables.mapped(client, Tables.HITS, HitSchema.ROW);
        this.changes = changes;
        this.plates = new DynamoDbPlates(client, tables, cityKey);
    }

    @Override
    public Stored store(Frame frame, List<Read> reads, List<Raised> raised) {
        if (reads.size() > FrameLimits.MAX_PLATES || raised.size() > MAX_HITS) {
            throw new IllegalArgumentException("more than a frame can hold");
        }
        reads.forEach(read -> plates.note(read.plateKey(), read.plate(), read.expiresAt(), bases(read)));
        var result = changes.commit(
                change(frame, reads, raised), raised.stream().map(Raised::entry).toList());
        return switch (result) {
            case DynamoDbChanges.Result.Done() -> Stored.STORED;
            // Frame and reads stand first in the change, the hits after them.
            case DynamoDbChanges.Result.Refused(var positions) ->
                positions.stream().anyMatch(position -> position <= reads.size()) ? Stored.KNOWN : Stored.HIT_KNOWN;
        };
    }

    private List<Write> change(Frame frame, List<Read> reads, List<Raised> raised) {
        var change = new ArrayList<Write>();
        change.add(Writes.putNew(frames, frame));
        for (var read : reads) {
            change.add(Writes.putNew(this.reads, read));
        }
        raised.forEach(hit -> change.add(hit(hit)));
        return change;
    }

    private static Map<RowClock, Instant> bases(Read read) {
        return Map.of(RowClock.of(read.retentionClass()), read.retentionBase());
    }

    private Write hit(Raised raised) {
        return switch (raised) {
            case Raised.New(var hit, var _) -> Writes.putNew(hits, hit);
            case Raised.Upgraded(var seen, var hit, var _) ->
                Writes.replaceIf(hits, hit, Writes.isStillAs(hits, seen, HitSchema.BESIDES_SIGHT_AND_STEPS));
        };
    }

    @Override
    public Optional<Frame> find(String uploadId) {
        return Optional.ofNullable(
                frames.getItem(get -> get.key(FrameRowKeys.frame(uploadId)).consistentRead(true)));
    }

    @Override
    public List<Frame> storedIn(Instant minute) {
        return FrameRowKeys.storedMinute(minute).stream().flatMap(this::stored).toList();
    }

    private Stream<Frame> stored(String shard) {
        var minute = QueryConditional.keyEqualTo(key -> key.partitionValue(shard));
        return frames.index(Tables.BY_RECEIVED.name()).query(minute).stream().flatMap(page -> page.items().stream());
    }
}
