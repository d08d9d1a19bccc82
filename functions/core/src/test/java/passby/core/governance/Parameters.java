package passby.core.governance;

import java.util.HashMap;
import java.util.Map;
import passby.core.form.Checked;
import passby.core.policy.EffectivePolicy;

/** Parameters of the made-up city, by their names in the template. */
public final class Parameters {
    private Parameters() {}

    /** What has no preset. */
    public static Map<String, String> required() {
        return new HashMap<>(Map.of(
                "City", "springfield",
                "Agency", "Springfield Police Department",
                "AgencyOri", "XX0000000"));
    }

    public static Map<String, String> with(String name, String value) {
        var parameters = required();
        parameters.put(name, value);
        return parameters;
    }

    /** Those of which the policy is made. */
    public static Map<String, String> of(EffectivePolicy policy) {
        return CityParameters.of(policy).ofStack();
    }

    public static CityParameters valid(Map<String, String> parameters) {
        return switch (ParameterForm.parse(parameters)) {
            case Checked.Valid<CityParameters>(var valid) -> valid;
            case Checked.Invalid<CityParameters>(var problems) -> throw new AssertionError(problems);
        };
    }
}
