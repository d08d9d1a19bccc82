package passby.core.reason;

import passby.core.id.Coded;

/** What is wrong with a reason (product.md, E2). */
public enum Flaw implements Coded {
    /** It names or hints at a purpose that is prohibited. */
    PROHIBITED("Searches for immigration, reproductive or gender-affirming care, protest, worship or union activity are"
            + " prohibited."),
    /** It tells of a private interest. */
    PERSONAL("A search serves a case of the agency, never a private interest."),
    /** It says nothing that a reader could check. */
    VAGUE("Say what happened, where or to whom: an auditor must be able to tell why this plate was searched."),
    /** It is in letters that the rules cannot judge, or in an order other than it shows. */
    UNREADABLE("Write in English or Spanish, in Latin letters, without marks that turn the direction of the text.");

    private final String detail;

    Flaw(String detail) {
        this.detail = detail;
    }

    /** What is expected instead, a sentence for the person who asked. */
    public String detail() {
        return detail;
    }
}
