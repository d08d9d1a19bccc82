package passby.aws.wiring;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import passby.aws.api.Setting;

/** The settings of one function, read at once: a failed start names everything that is missing. */
public final class Environment {
    private final Map<Setting, String> values = new EnumMap<>(Setting.class);

    private Environment(Collection<Setting> settings, Map<String, String> variables) {
        for (var setting : settings) {
            var value = variables.getOrDefault(setting.variable(), "");
            if (!value.isBlank()) {
                values.put(setting, value);
            }
        }
    }

    /**
     * @param settings those that must be there
     * @param variables such as {@code System.getenv()}
     * @throws IllegalStateException that names every variable that is not set
     */
    public static Environment of(Set<Setting> settings, Map<String, String> variables) {
        var environment = new Environment(settings, variables);
        var missing = settings.stream()
                .filter(setting -> !environment.values.containsKey(setting))
                .map(Setting::variable)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new IllegalStateException("environment variables not set: " + missing);
        }
        return environment;
    }

    /** @throws NullPointerException for a setting that was not asked for: the function's permissions do not include it */
    public String string(Setting setting) {
        return Objects.requireNonNull(values.get(setting), setting.variable());
    }
}
