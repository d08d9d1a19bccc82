package passby.core.hotlist;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What each type of match may do: a table of the city's policy. A city may be stricter than product.md, C6, never more
 * permissive: only exact and O/0 matches can push.
 *
 * @param effects one for every type
 */
public record MatchEffects(Map<MatchType, Effect> effects) {
    /** What follows from a match. */
    public enum Effect {
        /** An alert that is seen and heard. */
        PUSH,
        /** Stored and shown, without sound or push. */
        ADVISORY,
        /** No hit at all. */
        NONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Effect> parse(String code) {
            return Arrays.stream(values())
                    .filter(value -> value.code().equals(code))
                    .findFirst();
        }
    }

    /** As product.md, C6, has it. */
    public static final MatchEffects DEFAULT = new MatchEffects(defaults());

    public MatchEffects {
        effects = Map.copyOf(effects);
        for (var type : MatchType.values()) {
            var effect = effects.get(type);
            if (effect == null || (effect == Effect.PUSH && !type.isPushed())) {
                throw new IllegalArgumentException(type + " has no effect, or pushes although it may not");
            }
        }
    }

    private static Map<MatchType, Effect> defaults() {
        var effects = new EnumMap<MatchType, Effect>(MatchType.class);
        for (var type : MatchType.values()) {
            effects.put(type, type.isPushed() ? Effect.PUSH : Effect.ADVISORY);
        }
        return effects;
    }

    public Effect of(MatchType type) {
        return effects.getOrDefault(type, Effect.NONE);
    }

    /** The same with one type made stricter. */
    public MatchEffects with(MatchType type, Effect effect) {
        var changed = new EnumMap<>(effects);
        changed.put(type, effect);
        return new MatchEffects(changed);
    }
}
