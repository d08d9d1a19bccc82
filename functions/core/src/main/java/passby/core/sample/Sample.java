package passby.core.sample;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import passby.core.read.SampledRead;

/**
 * A read of the random sample, and what became of it.
 *
 * @param read which one
 * @param openedBy whom its picture was streamed to
 * @param label what was said of it, or null while it waits
 */
public record Sample(
        SampledRead read, Set<String> openedBy, @Nullable Label label) {
    public Sample {
        openedBy = Set.copyOf(openedBy);
    }

    public SampleId id() {
        return new SampleId(read.day(), read.place(), read.cameraId());
    }

    public boolean waits(Instant now) {
        return label == null && now.isBefore(read.expiresAt());
    }

    public Sample opened(String personId) {
        var all = new HashSet<>(openedBy);
        all.add(personId);
        return new Sample(read, all, label);
    }

    public Sample labelled(Label said) {
        return new Sample(read, openedBy, said);
    }
}
