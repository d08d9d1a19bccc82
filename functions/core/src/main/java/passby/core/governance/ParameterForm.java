package passby.core.governance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Parameter;
import passby.core.policy.StateProfile;
import passby.core.retention.HitRetention;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RecordClocks;

/**
 * Reads a city's parameters by their names in the template. Everything that is wrong is told at once, each with a sentence;
 * what is above the law's ceiling with the law. A parameter that is left out has its preset.
 */
public final class ParameterForm {
    private static final Set<String> NAMES =
            Parameter.ofStack().stream().map(Parameter::code).collect(Collectors.toUnmodifiableSet());

    private ParameterForm() {}

    /** For a city that has no policy yet. */
    public static Checked<CityParameters> parse(Map<String, String> values) {
        return parse(values, null);
    }

    /** @param inForce the policy of the city that these must be parameters of; null where there is none yet */
    public static Checked<CityParameters> parse(Map<String, String> values, @Nullable EffectivePolicy inForce) {
        var problems = new ArrayList<Problem>();
        var words = new EnumMap<Parameter, String>(Parameter.class);
        for (var parameter : Parameter.ofStack()) {
            var value = values.getOrDefault(parameter.code(), parameter.preset());
            words.put(parameter, value);
            problems.addAll(problems(parameter, value));
        }
        // Whether cameras are read, and where, is decided by people, never by a deployment.
        words.put(
                Parameter.CAPTURE,
                inForce == null ? Parameter.CAPTURE.preset() : inForce.capture().code());
        words.put(
                Parameter.EXCLUDED_ZONES,
                inForce == null
                        ? Parameter.EXCLUDED_ZONES.preset()
                        : inForce.zones().text());
        problems.addAll(strangers(values));
        if (inForce != null) {
            problems.addAll(otherCity(words.getOrDefault(Parameter.CITY, ""), inForce));
            problems.addAll(shorterLedger(words.getOrDefault(Parameter.LEDGER_RETENTION, ""), inForce));
        }
        problems.addAll(aboveTheCeiling(words));
        return problems.isEmpty() ? new Checked.Valid<>(CityParameters.of(words)) : new Checked.Invalid<>(problems);
    }

    private static List<Problem> problems(Parameter parameter, String value) {
        if (value.isEmpty() && !parameter.mayBeEmpty()) {
            return List.of(new Problem(parameter.code(), "missing", parameter.sentence()));
        }
        return isGood(parameter, value)
                ? List.of()
                : List.of(new Problem(parameter.code(), "malformed", expected(parameter)));
    }

    private static boolean isGood(Parameter parameter, String value) {
        return parameter.allowed().isEmpty()
                ? Pattern.matches(parameter.pattern(), value)
                : parameter.allowed().contains(value);
    }

    private static String expected(Parameter parameter) {
        return parameter.allowed().isEmpty()
                ? parameter.sentence()
                : "One of " + String.join(", ", parameter.allowed()) + ". " + parameter.sentence();
    }

    private static List<Problem> strangers(Map<String, String> values) {
        return values.keySet().stream()
                .filter(name -> !NAMES.contains(name))
                .sorted()
                .limit(20)
                .map(name -> new Problem(Form.printable(name), "unknown", "There is no such parameter."))
                .toList();
    }

    private static List<Problem> otherCity(String city, EffectivePolicy inForce) {
        return city.equals(inForce.cityId())
                ? List.of()
                : List.of(new Problem(
                        Parameter.CITY.code(),
                        "other-city",
                        "This deployment is that of " + inForce.cityId()
                                + ", and a city never changes its name: its cameras"
                                + " sign for it. A second city in the account needs a deployment name of its own."));
    }

    /** Nothing where it is no word of ours: that is told already. */
    private static List<Problem> shorterLedger(String asked, EffectivePolicy inForce) {
        var days = inForce.records().ledgerDays();
        return !isGood(Parameter.LEDGER_RETENTION, asked) || RecordClocks.days(asked) >= days
                ? List.of()
                : List.of(new Problem(
                        Parameter.LEDGER_RETENTION.code(),
                        "only-lengthens",
                        "The ledger's clock only lengthens: it stands at " + RecordClocks.code(days) + "."));
    }

    /** Nothing where profile or retention is no word of ours: that is told already. */
    private static List<Problem> aboveTheCeiling(Map<Parameter, String> words) {
        var profile = StateProfile.parse(words.getOrDefault(Parameter.STATE_PROFILE, ""));
        var nonHits = NonHitRetention.parse(words.getOrDefault(Parameter.NON_HIT_RETENTION, ""));
        var hits = HitRetention.parse(words.getOrDefault(Parameter.HIT_RETENTION, ""));
        return Stream.concat(
                        profile
                                .flatMap(
                                        under -> nonHits.flatMap(asked -> CityParameters.aboveTheCeiling(under, asked)))
                                .stream(),
                        profile
                                .flatMap(under ->
                                        hits.flatMap(asked -> CityParameters.aboveTheCeiling(under, asked.duration())))
                                .stream())
                .toList();
    }
}
