package passby.core.search;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import passby.core.id.CaseNumber;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.Field;

/**
 * Why somebody searches (product.md, E1): every part is required, and on whose behalf and for which
 * task force it is must be said even when they are "self" and "none".
 *
 * @param offence what the case is about
 * @param caseNumber of the case or call for service
 * @param narrative in the searcher's words, 10 to 2,000 characters
 * @param legalBasis on what ground
 * @param warrantNumber of the warrant or the court's order, or null where none was named
 * @param outsideAssignment the task force that the searcher works for meanwhile
 */
public record Purpose(
        Offence offence,
        CaseNumber caseNumber,
        String narrative,
        LegalBasis legalBasis,
        @Nullable String warrantNumber,
        OutsideAssignment outsideAssignment) {
    /**
     * On whose behalf a search is made. The only choice: nobody searches for another agency, which gets what a grant of its own
     * names.
     */
    static final String OWN_CASE = "self";

    /** In canonical JSON: two that differ in anything differ here. */
    String canonical() {
        return CanonicalJson.write(Map.of(
                "offence", offence.code(),
                "caseNumber", caseNumber.value(),
                "narrative", narrative,
                "legalBasis", ground(),
                "outsideAssignment", outsideAssignment.code()));
    }

    private String ground() {
        return warrantNumber == null ? legalBasis.code() : legalBasis.code() + " " + warrantNumber;
    }

    /** What the ledger commits to. */
    public Map<Field, String> committed() {
        var committed = new EnumMap<Field, String>(Field.class);
        committed.put(Field.OFFENCE, offence.code());
        committed.put(Field.CASE_NUMBER, caseNumber.value());
        committed.put(Field.NARRATIVE, narrative);
        committed.put(Field.PURPOSE, ground());
        committed.put(Field.ON_BEHALF_OF, OWN_CASE + "; " + outsideAssignment.code());
        return committed;
    }
}
