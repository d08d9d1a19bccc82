package passby.core.hotlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import passby.core.hotlist.MatchEffects.Effect;

final class MatchEffectsTest {
    /** The table of product.md, C6. */
    @ParameterizedTest
    @CsvSource({
        "EXACT, PUSH",
        "O0_FOLD, PUSH",
        "OCR_EQUIVALENT, ADVISORY",
        "STATE_UNKNOWN, ADVISORY",
        "STATE_MISMATCH, ADVISORY",
        "WILDCARD, ADVISORY",
        "PARTIAL, ADVISORY",
        "DESCRIPTION, ADVISORY",
    })
    void onlyExactAndO0OfTheSameStatePush(MatchType type, Effect effect) {
        assertThat(MatchEffects.DEFAULT.of(type)).isEqualTo(effect);
    }

    @ParameterizedTest
    @EnumSource(
            value = MatchType.class,
            names = {"EXACT", "O0_FOLD"},
            mode = EnumSource.Mode.EXCLUDE)
    void noCityMayLetTheRestPush(MatchType type) {
        assertThatThrownBy(() -> MatchEffects.DEFAULT.with(type, Effect.PUSH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCityMayBeStricter() {
        var strict = MatchEffects.DEFAULT
                .with(MatchType.O0_FOLD, Effect.ADVISORY)
                .with(MatchType.STATE_MISMATCH, Effect.NONE);

        assertThat(strict.of(MatchType.O0_FOLD)).isEqualTo(Effect.ADVISORY);
        assertThat(strict.of(MatchType.STATE_MISMATCH)).isEqualTo(Effect.NONE);
        assertThat(strict.of(MatchType.EXACT)).isEqualTo(Effect.PUSH);
    }

    @Test
    void aTableLeavesNothingOut() {
        assertThatThrownBy(() -> new MatchEffects(Map.of(MatchType.EXACT, Effect.PUSH)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
