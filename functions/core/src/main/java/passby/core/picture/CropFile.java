package passby.core.picture;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Both crops of a read in one object, because each object that is written costs as much as reading a picture does: the plate's
 * bytes, the vehicle's bytes, and the length of the first in four bytes, most significant first. A viewer that does not know
 * this shows the plate. Which part is meant says its hash. Earlier versions stored an object for each crop; those are read as
 * they are.
 */
public final class CropFile {
    /** In the object's key, in place of the kind of one crop. */
    public static final String KIND = "crops";

    /** What the object has besides the crops, in bytes. */
    public static final int EXTRA_BYTES = Integer.BYTES;

    private CropFile() {}

    public static Jpeg of(Crops crops) {
        var plate = crops.plate().picture().bytes();
        var vehicle = crops.vehicle().picture().bytes();
        return new Jpeg(ByteBuffer.allocate(plate.length + vehicle.length + EXTRA_BYTES)
                .put(plate)
                .put(vehicle)
                .putInt(plate.length)
                .array());
    }

    /** The crop out of its object, or nothing when the object is gone or holds no such crop. */
    public static Optional<Jpeg> find(Pictures pictures, StoredCrop crop) {
        var object = pictures.find(crop.key());
        return crop.key().contains("-" + KIND + "-")
                ? object.flatMap(found -> parts(found.bytes())
                        .filter(part -> part.sha256().equals(crop.sha256()))
                        .findFirst())
                : object;
    }

    private static Stream<Jpeg> parts(byte[] bytes) {
        if (bytes.length < EXTRA_BYTES) {
            return Stream.empty();
        }
        var file = ByteBuffer.wrap(bytes);
        var both = bytes.length - EXTRA_BYTES;
        var first = file.getInt(both);
        return first < 0 || first > both
                ? Stream.empty()
                : Stream.of(part(file, 0, first), part(file, first, both - first));
    }

    private static Jpeg part(ByteBuffer file, int from, int length) {
        var bytes = new byte[length];
        file.get(from, bytes);
        return new Jpeg(bytes);
    }
}
