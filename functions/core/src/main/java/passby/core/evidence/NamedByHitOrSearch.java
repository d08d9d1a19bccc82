package passby.core.evidence;

import java.util.stream.Stream;
import passby.core.hit.HitId;
import passby.core.hit.Hits;
import passby.core.read.Correction;
import passby.core.read.Read;

/**
 * A read is named by a hit of its pass, by a search for a plate that its own could be read as, or by the gated view in which
 * somebody opened it: searches by a part of a plate or by cameras name no read by themselves.
 */
public final class NamedByHitOrSearch implements NamedReads {
    private final Hits hits;
    private final SearchedPlates searches;

    public NamedByHitOrSearch(Hits hits, SearchedPlates searches) {
        this.hits = hits;
        this.searches = searches;
    }

    @Override
    public boolean isNamed(Read read, String reference) {
        var byHit = HitId.parse(reference)
                .flatMap(hits::find)
                .filter(hit -> hit.sighting().readId().equals(read.readId())
                        || (hit.passId().equals(read.passId()) && hit.plateKey().equals(read.plateKey())))
                .isPresent();
        return byHit
                || searches.opened(reference, read.readId())
                || searches.find(reference)
                        .filter(plate -> isRead(read, plate.fold()))
                        .isPresent();
    }

    private static boolean isRead(Read read, String fold) {
        return Stream.concat(
                        Stream.of(read.plate()), read.corrections().stream().map(Correction::plate))
                .anyMatch(plate -> plate.fold().equals(fold));
    }
}
