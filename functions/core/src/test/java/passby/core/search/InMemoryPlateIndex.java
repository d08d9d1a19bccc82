package passby.core.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import passby.core.plate.PairTokens;
import passby.core.plate.PlateKey;
import passby.core.plate.PlatePattern;
import passby.core.read.Correction;
import passby.core.read.InMemoryFrames;
import passby.core.testing.TestData;

/** The plates of the reads in memory. */
public final class InMemoryPlateIndex implements PlateIndex {
    private final InMemoryFrames frames;
    private final PairTokens tokens = new PairTokens(TestData.CITY_KEY);

    public InMemoryPlateIndex(InMemoryFrames frames) {
        this.frames = frames;
    }

    @Override
    public Optional<List<PlateKey>> find(PlatePattern pattern) {
        return tokens.looks(pattern)
                .map(looks -> frames.allReads().stream()
                        .flatMap(read -> Stream.concat(
                                Stream.of(read.plate()),
                                read.corrections().stream().map(Correction::plate)))
                        .filter(plate -> pattern.fitsFold(plate.fold()))
                        .map(TestData.CITY_KEY::plateKey)
                        .distinct()
                        .sorted(Comparator.comparing(PlateKey::value))
                        .toList());
    }
}
