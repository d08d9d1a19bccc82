package passby.core.sample;

import java.util.List;
import java.util.Optional;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;

/** The random sample, as people see it. Reads come into it through {@link passby.core.read.SamplePlaces}. */
public interface Samples {
    /** Read strongly. */
    Optional<Sample> find(SampleId id);

    /** Those of them that are there, in any order. */
    List<Sample> find(List<SampleId> ids);

    /** Puts it in the place of the one that was seen; a conflict when that was opened, labelled or drawn anew meanwhile. */
    Commit replace(Sample seen, Sample sample, Entry entry);
}
