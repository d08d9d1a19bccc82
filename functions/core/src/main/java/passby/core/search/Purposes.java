package passby.core.search;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.id.CaseNumber;
import passby.core.id.Ori;
import passby.core.ledger.Count;
import passby.core.ledger.Counters;
import passby.core.policy.Action;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.StateProfile;
import passby.core.reason.Finding;
import passby.core.reason.Flaw;
import passby.core.reason.ReasonRules;

/**
 * Reads the purpose of a search and judges its reason (product.md, E1 and E2). Each narrative that is judged is counted, and
 * so is each that is refused, by flaw: the city publishes the shares.
 */
public final class Purposes {
    private static final Pattern ANOTHER_AGENCY = Pattern.compile(Ori.PATTERN + "(:.{1,100})?");

    /** Bare numbers such as 39 and 79 stand in the audit rows of other cities, and lead to no case. */
    private static final int MIN_CASE_DIGITS = 4;

    private static final int MIN_NARRATIVE = 10;

    private static final String WARRANT_NUMBER = "warrantNumber";
    private static final int MAX_WARRANT_NUMBER = 40;
    private static final Pattern WARRANT = Pattern.compile("(?=.*[0-9].*[0-9])[A-Za-z0-9][A-Za-z0-9 ./-]{2,39}");

    private final ReasonRules rules;
    private final Counters counters;
    private final Clock clock;

    public Purposes(ReasonRules rules, Counters counters, Clock clock) {
        this.rules = rules;
        this.counters = counters;
        this.clock = clock;
    }

    /** The actions that a person is asked for a purpose at; the API's document says the same. */
    public static final Set<Action> ASKED_AT = Collections.unmodifiableSet(EnumSet.of(
            Action.SEARCH_PLATE,
            Action.SEARCH_CAMERAS,
            Action.SEARCH_PARTIAL_PLATE,
            Action.REQUEST_SEARCH,
            Action.VIEW_READ,
            Action.STREAM_READ_PICTURE,
            Action.REQUEST_GRANT));

    /** Everything that is missing or wrong on the form, in a city under that profile. */
    public List<Problem> problems(Form form, StateProfile profile) {
        parse(form, profile);
        return form.allProblems();
    }

    /**
     * Notes everything that is missing or wrong on the form, also that reads so old need the number of a warrant.
     *
     * @param oldest capture time from which reads are asked for
     */
    public Optional<Purpose> parse(Form form, EffectivePolicy policy, Instant oldest) {
        var purpose = parse(form, policy);
        if (policy.searches().needsWarrant(oldest, clock.instant())
                && form.isValid(WARRANT_NUMBER)
                && form.asSent(WARRANT_NUMBER, 1).isEmpty()) {
            form.reject(WARRANT_NUMBER, "missing", warrantNeeded(policy));
        }
        return purpose;
    }

    /** What is wrong with opening a read of that moment for this purpose; empty where nothing is. */
    public Optional<Problem> tooOld(Purpose purpose, EffectivePolicy policy, Instant capturedAt) {
        return purpose.warrantNumber() == null && policy.searches().needsWarrant(capturedAt, clock.instant())
                ? Optional.of(new Problem("purpose." + WARRANT_NUMBER, "missing", warrantNeeded(policy)))
                : Optional.empty();
    }

    private static String warrantNeeded(EffectivePolicy policy) {
        return "the number of a warrant or court order, for reads older than "
                + policy.searches().warrantAfterHours() + " hours";
    }

    /** Notes everything that is missing or wrong on the form, of reads of whatever age. */
    public Optional<Purpose> parse(Form form, EffectivePolicy policy) {
        return parse(form, policy.stateProfile());
    }

    private Optional<Purpose> parse(Form form, StateProfile profile) {
        var offence = form.code("offenceCode", Offence::parse, "an offence code of the closed list");
        var caseNumber = form.code("caseNumber", CaseNumber::parse, CaseNumber.DESCRIBED);
        caseNumber.ifPresent(number -> checkCaseNumber(form, number.value()));
        var narrative = form.string("narrative", ReasonRules.MAX_NARRATIVE);
        checkNarrative(form, narrative);
        var legalBasis = form.code("legalBasis", LegalBasis::parse, "a legal basis of the closed list");
        offence.ifPresent(code -> legalBasis
                .flatMap(basis -> ProfilePurposes.expected(profile, code, basis))
                .ifPresent(expected -> form.reject("legalBasis", "prohibited", expected)));
        var warrant =
                warrantNumber(form, legalBasis.filter(LegalBasis::isOfCourt).isPresent());
        checkOnBehalfOf(form);
        var assignment =
                form.code("outsideAssignment", OutsideAssignment::parse, "none, or a task force of the closed list");
        return offence.flatMap(code -> caseNumber.flatMap(number -> legalBasis.flatMap(basis -> assignment.map(
                outside -> new Purpose(code, number, narrative, basis, warrant.orElse(null), outside)))));
    }

    private static Optional<String> warrantNumber(Form form, boolean isOfCourt) {
        var number = form.optionalString(WARRANT_NUMBER, MAX_WARRANT_NUMBER)
                .filter(text -> WARRANT.matcher(text).matches()
                        || form.reject(
                                WARRANT_NUMBER, "malformed", "letters, digits, spaces and ./- with 2 digits or more"));
        if (number.isPresent() && !isOfCourt) {
            form.reject("legalBasis", "out-of-range", "warrant or court-order, where the number of one is named");
        }
        return number;
    }

    private static void checkCaseNumber(Form form, String caseNumber) {
        var digits = caseNumber.chars().filter(Character::isDigit).toArray();
        var distinct = caseNumber.chars().filter(Character::isDigit).distinct().count();
        if (digits.length < MIN_CASE_DIGITS || distinct == 1) {
            form.reject(
                    "caseNumber", "vague", "the number of a case or call, with " + MIN_CASE_DIGITS + " digits or more");
        }
    }

    private void checkNarrative(Form form, String narrative) {
        if (!form.isValid("narrative")) {
            return;
        }
        if (narrative.strip().length() < MIN_NARRATIVE) {
            form.reject("narrative", "out-of-range", "at least " + MIN_NARRATIVE + " characters");
            return;
        }
        counters.add(Count.REASON_JUDGED, clock.instant());
        rules.judge(narrative).ifPresent(finding -> refuse(form, finding));
    }

    private void refuse(Form form, Finding finding) {
        counters.add(count(finding.flaw()), clock.instant());
        form.reject("narrative", finding.flaw().code(), finding.flaw().detail());
    }

    private static Count count(Flaw flaw) {
        return switch (flaw) {
            case PROHIBITED -> Count.REASON_PROHIBITED;
            case PERSONAL -> Count.REASON_PERSONAL;
            case VAGUE -> Count.REASON_VAGUE;
            case UNREADABLE -> Count.REASON_UNREADABLE;
        };
    }

    private static void checkOnBehalfOf(Form form) {
        var choice = form.string("onBehalfOf", 200);
        if (!form.isValid("onBehalfOf") || choice.equals(Purpose.OWN_CASE)) {
            return;
        }
        if (ANOTHER_AGENCY.matcher(choice.toUpperCase(Locale.ROOT)).matches()) {
            form.reject(
                    "onBehalfOf",
                    "no-grant",
                    "self: nobody searches for another agency, which files a request of its own");
        } else {
            form.reject("onBehalfOf", "malformed", "self, or an agency's ORI and its grant");
        }
    }
}
