package passby.aws.api;

/** What a route or trigger leaves in the ledger (data.md, "A change and its entry commit together"). */
public enum Writes {
    /** Exactly one entry for each call of a known person, refusals included. */
    ENTRY,
    /** A count: one entry a minute tells of all calls. */
    COUNTED,
    /** Frames without a hit: one entry a minute with the Merkle root and number of its frames. */
    ADMITTED,
    NONE
}
