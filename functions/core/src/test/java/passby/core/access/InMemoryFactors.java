package passby.core.access;

import java.util.ArrayList;
import java.util.List;
import passby.core.people.Factors;

/** A pool that remembers whose factor was taken away, and may be told to be somebody else's or to fail. */
public final class InMemoryFactors implements Factors {
    public final List<String> reset = new ArrayList<>();

    boolean ours = true;
    boolean answers = true;

    @Override
    public boolean areOurs() {
        return ours;
    }

    @Override
    public void reset(String personId) {
        if (!answers) {
            throw new IllegalStateException("the pool does not answer");
        }
        reset.add(personId);
    }
}
