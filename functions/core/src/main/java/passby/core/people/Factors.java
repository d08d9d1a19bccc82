package passby.core.people;

/** The second factors of accounts, where the city's own pool keeps them. */
public interface Factors {
    /** Whether it does: else the city's own issuer keeps them, and resets them by itself. */
    boolean areOurs();

    /**
     * Takes a person's second factor away and ends the pool's sign-ins, so that the next one begins with a new factor. Doing it again
     * changes nothing.
     *
     * @throws IllegalStateException when the pool does not know the person
     */
    void reset(String personId);
}
