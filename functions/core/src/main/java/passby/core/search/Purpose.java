package passby.core.search;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import passby.core.form.Form;
import passby.core.ledger.Field;

/**
 * Why somebody searches (product.md, E1): every part is required, and the last two must be said even when they are "self"
 * and "none".
 *
 * @param offence what the case is about
 * @param caseNumber of the case or call for service
 * @param narrative in the searcher's words, 10 to 2,000 characters
 * @param legalBasis on what ground
 * @param onBehalfOf {@code self}, or the agency and person for whom
 * @param outsideAssignment {@code none}, or the task force that the searcher works for meanwhile
 */
public record Purpose(
        Offence offence,
        String caseNumber,
        String narrative,
        LegalBasis legalBasis,
        String onBehalfOf,
        String outsideAssignment) {
    private static final Pattern CASE_NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/_. -]{2,39}");
    private static final int MIN_NARRATIVE = 10;
    private static final int MAX_NARRATIVE = 2_000;

    /** Notes everything that is missing or wrong on the form. */
    static Optional<Purpose> parse(Form form) {
        var offence = form.code("offenceCode", Offence::parse, "an offence code of the closed list");
        var caseNumber = form.string("caseNumber", CASE_NUMBER, "a case number, 3 to 40 letters, digits and / _ . -");
        var narrative = form.string("narrative", MAX_NARRATIVE);
        if (!narrative.isEmpty() && narrative.strip().length() < MIN_NARRATIVE) {
            form.reject("narrative", "out-of-range", "at least " + MIN_NARRATIVE + " characters");
        }
        var legalBasis = form.code("legalBasis", LegalBasis::parse, "a legal basis of the closed list");
        var onBehalfOf = form.string("onBehalfOf", 200);
        var outsideAssignment = form.string("outsideAssignment", 200);
        return offence.flatMap(code -> legalBasis.map(
                basis -> new Purpose(code, caseNumber, narrative, basis, onBehalfOf, outsideAssignment)));
    }

    /** What the ledger commits to. */
    Map<Field, String> committed() {
        var committed = new EnumMap<Field, String>(Field.class);
        committed.put(Field.OFFENCE, offence.code());
        committed.put(Field.CASE_NUMBER, caseNumber);
        committed.put(Field.NARRATIVE, narrative);
        committed.put(Field.PURPOSE, legalBasis.code());
        committed.put(Field.ON_BEHALF_OF, onBehalfOf + "; " + outsideAssignment);
        return committed;
    }
}
