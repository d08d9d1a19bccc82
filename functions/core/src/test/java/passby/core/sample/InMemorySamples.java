package passby.core.sample;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;
import passby.core.read.SamplePlaces;
import passby.core.read.SampledRead;

/** {@link Samples} and {@link SamplePlaces} in memory. */
public final class InMemorySamples implements Samples, SamplePlaces {
    private final InMemoryLedger ledger;
    private final Map<SampleId, Sample> samples = new ConcurrentHashMap<>();

    public InMemorySamples(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void offer(SampledRead candidate) {
        var sample = new Sample(candidate, Set.of(), null);
        ledger.exclusively(() -> samples.merge(sample.id(), sample, InMemorySamples::winner));
    }

    private static Sample winner(Sample there, Sample offered) {
        var isTaken = !there.openedBy().isEmpty()
                || there.label() != null
                || there.read().lot().compareTo(offered.read().lot()) <= 0;
        return isTaken ? there : offered;
    }

    @Override
    public Optional<Sample> find(SampleId id) {
        return Optional.ofNullable(samples.get(id));
    }

    @Override
    public List<Sample> find(List<SampleId> ids) {
        return ids.stream().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public Commit replace(Sample seen, Sample sample, Entry entry) {
        return ledger.commit(
                () -> find(seen.id()).filter(seen::equals).isPresent(), () -> samples.put(sample.id(), sample), entry);
    }
}
