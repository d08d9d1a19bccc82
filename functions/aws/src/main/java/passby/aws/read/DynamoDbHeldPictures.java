package passby.aws.read;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import passby.aws.dynamodb.Tables;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.read.HeldPictures;
import passby.core.read.PictureFolder;
import passby.core.read.Read;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Looks up the frame of each picture that is left, and the reads of those frames. There are few or none. */
public final class DynamoDbHeldPictures implements HeldPictures {
    private final DynamoDbFrames frames;
    private final DynamoDbReads reads;

    public DynamoDbHeldPictures(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.frames = new DynamoDbFrames(client, tables, changes);
        this.reads = new DynamoDbReads(client, tables);
    }

    @Override
    public Set<String> among(Collection<String> keys) {
        var held = new HashSet<String>();
        keys.stream()
                .map(PictureFolder::uploadId)
                .distinct()
                .flatMap(uploadId -> uploadId.isEmpty() ? Stream.empty() : frames.find(uploadId).stream())
                .flatMap(frame -> frame.reads().stream())
                .flatMap(ref -> reads.find(ref).stream())
                .filter(read -> !read.holds().isEmpty())
                .flatMap(DynamoDbHeldPictures::keys)
                .filter(keys::contains)
                .forEach(held::add);
        return held;
    }

    private static Stream<String> keys(Read read) {
        return Stream.of(
                read.pictures().plate().key(), read.pictures().vehicle().key());
    }
}
