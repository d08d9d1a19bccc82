package passby.core.ledger;

import passby.core.id.Coded;

/** The fields of an entry that are committed to, and opened one by one to those who may see them. */
public enum Field implements Coded {
    ACTION,
    ACTOR,
    /** What a change made, as JSON: the policy document in force, or what the city tells everybody of a list or of a camera of its own. */
    AFTER,
    AGENCY,
    /** The one that it replaced. */
    BEFORE,
    CAMERAS,
    CASE_NUMBER,
    COUNTS,
    DEVICE,
    GRANT,
    NARRATIVE,
    OFFENCE,
    ON_BEHALF_OF,
    ORI,
    PLATE,
    PURPOSE,
    QUERY,
    REASON,
    RESULT_COUNT,
    SUBJECT,
    /** UTC to 0.01 s, as CJIS asks. */
    TIME;
}
