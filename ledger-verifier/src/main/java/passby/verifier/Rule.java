package passby.verifier;

import java.util.Locale;

/** What must hold in a ledger. The names are part of what the verifier prints: scripts rely on them. */
public enum Rule {
    /** A checkpoint is a signed note of four lines. */
    CHECKPOINT_FORM,
    /** It is signed by the key of the log that it names. */
    CHECKPOINT_SIGNATURE,
    /** Its time has come. */
    CHECKPOINT_TIME,
    /** Two checkpoints of one size have one root. */
    FORK,
    /** No checkpoint was ever larger than the newest. */
    TAIL_LOST,
    /** Each checkpoint's root is that of the entries up to its size: nothing was rewritten. */
    CONSISTENCY,
    /** The entries lead to the newest checkpoint's root. */
    ROOT,
    /** A file that the checkpoint demands is there. */
    MISSING_FILE,
    /** Nothing lies among the files that no log has. */
    LAYOUT,
    /** A bundle holds exactly the entries that its name promises, and partial ones begin as the full one does. */
    BUNDLE,
    /** A tile holds the hashes of its entries. */
    TILE,
    /** An entry is canonical JSON with the members of its version, and in a version known here. */
    ENTRY_FORM,
    ENTRY_VERSION,
    /** Its type is in the closed list. */
    ENTRY_TYPE,
    /** No entry is in the log twice. */
    ENTRY_REPEATED,
    /** Hours never go back by more than sealing may lag, and never lie behind the checkpoint. */
    ENTRY_HOUR,
    /** An entry refers to entries of this log. */
    REFERENCE,
    /** A new policy hash does not appear without a change of policy in the log. */
    POLICY,
    /** The entry is in the tree of the checkpoint, at its place. */
    INCLUSION,
    /** A receipt's leaf hash is that of an entry in the log, under the receipt's id. */
    RECEIPT,
    /** Value and salt give the commitment in the entry. */
    COMMITMENT,
    /** An export is of the form that is documented. */
    EXPORT_FORM,
    /** The leaves of what was admitted in a minute are kept as their entry says. */
    ADMISSION,
    /** The receipt of what was purged is kept as its entry says, and there is none without an entry. */
    PURGE_RECEIPT,
    /** What fell due was deleted within five minutes. */
    PURGE_LATE,
    /** Each day has a balance, which adds up and agrees with admissions and receipts. */
    DAILY_BALANCE,
    /** The data set is signed by the log's key, with the root of the entries that it was made from. */
    DATA_SIGNATURE,
    /** Each file of the data set has the hash in the signed list. */
    DATA_FILE,
    /** Each figure and each row of the data set follows from the log and from what is opened of it. */
    DATA_FIGURE,
    /** The sample of a weekly review is what its checkpoint and its later number give. */
    REVIEW,
    /** A witness that was asked for has signed the checkpoint. */
    WITNESS;

    /** Such as {@code checkpoint-signature}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
