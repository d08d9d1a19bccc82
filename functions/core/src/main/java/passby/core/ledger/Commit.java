package passby.core.ledger;

/** What came of a change that expected the world to be in a certain state. */
public sealed interface Commit {
    /** The change and its entry are durable. */
    record Done(Accepted accepted) implements Commit {}

    /** Somebody was faster, or the thing exists already: nothing was written, not even the entry. */
    record Conflict() implements Commit {}
}
