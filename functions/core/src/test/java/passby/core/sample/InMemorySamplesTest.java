package passby.core.sample;

import passby.core.ledger.InMemoryLedger;
import passby.core.read.SamplePlaces;

final class InMemorySamplesTest extends SamplesContract {
    private final InMemorySamples samples = new InMemorySamples(new InMemoryLedger());

    @Override
    protected Samples samples() {
        return samples;
    }

    @Override
    protected SamplePlaces places() {
        return samples;
    }
}
