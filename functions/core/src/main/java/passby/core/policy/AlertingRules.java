package passby.core.policy;

import java.time.Duration;
import java.util.stream.Collectors;

/**
 * What the city's policy says of lists and of alerts (product.md, C4 and D1).
 *
 * @param outsideLists whether lists of other agencies may be configured and imported at all
 * @param fileCodes letters of the allowed files of the National Crime Information Center, each once and in order; a row of
 *     any other file is refused. {@code N}, immigration violators, is among them only where a city names it
 * @param escalateAfter how long a pushed hit may stay unviewed before everybody is told of it; zero means for ever
 */
public record AlertingRules(boolean outsideLists, String fileCodes, Duration escalateAfter) {
    /** What holds under a document that does not speak of it. */
    public static final AlertingRules DEFAULT = new AlertingRules(true, "ABFLMPRVW", Duration.ofMinutes(5));

    public static final String LISTS_TAKEN = "taken";
    public static final String LISTS_REFUSED = "refused";

    public AlertingRules {
        fileCodes = fileCodes
                .chars()
                .sorted()
                .distinct()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** The word of the parameter that sets {@link #outsideLists}. */
    public String outsideListsCode() {
        return outsideLists ? LISTS_TAKEN : LISTS_REFUSED;
    }

    public boolean escalates() {
        return !escalateAfter.isZero();
    }

    /** Whether these rules take rows of a file that the others refuse. */
    public boolean takesMoreThan(AlertingRules others) {
        return fileCodes.chars().anyMatch(letter -> others.fileCodes.indexOf(letter) < 0);
    }

    /** Whether a hit may stay unviewed for longer than by the others. */
    public boolean waitsLongerThan(AlertingRules others) {
        return others.escalates() && (!escalates() || escalateAfter.compareTo(others.escalateAfter) > 0);
    }
}
