package passby.aws.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import passby.aws.api.Setting;

final class EnvironmentTest {
    private static final Set<Setting> SETTINGS = Set.of(Setting.TABLES, Setting.UPLOADS, Setting.ALERTS);

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        var variables = Map.of("PASSBY_UPLOADS", "frames", "PASSBY_ALERTS", " ");

        assertThatThrownBy(() -> Environment.of(SETTINGS, variables))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("environment variables not set: PASSBY_ALERTS, PASSBY_TABLES");
    }

    @Test
    void aSettingIsReadAsItStands() {
        var variables =
                Map.of("PASSBY_UPLOADS", "frames", "PASSBY_ALERTS", "arn:aws:sns:x", "PASSBY_TABLES", "passby-");

        var environment = Environment.of(SETTINGS, variables);

        assertThat(environment.string(Setting.UPLOADS)).isEqualTo("frames");
    }

    @Test
    void whatTheFunctionMayNotTouchIsNotReadEvenWhereItIsSet() {
        var environment = Environment.of(Set.of(Setting.TABLES), Map.of("PASSBY_TABLES", "x", "PASSBY_ALERTS", "y"));

        assertThatThrownBy(() -> environment.string(Setting.ALERTS)).isInstanceOf(NullPointerException.class);
    }
}
