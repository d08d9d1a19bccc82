package passby.local.city;

import passby.core.people.Factors;

/** The desk hands out tokens to whoever asks, second factor included: there is none to take away, and every sign-in is a new one. */
final class DeskFactors implements Factors {
    @Override
    public boolean areOurs() {
        return true;
    }

    @Override
    public void reset(String personId) {
        // Nothing is kept.
    }
}
