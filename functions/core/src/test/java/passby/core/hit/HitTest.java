package passby.core.hit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.TestData.CITY_KEY;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import passby.core.plate.CityKey;
import passby.core.plate.Plate;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;

final class HitTest {
    private final Hit hit = ARead.of("upload", "7TST123", NOW)
            .hit(AHotListEntry.of("r1", "7TST123").build(), NOW);

    @Test
    void onePassAndPlateAlwaysGiveTheSameId() {
        var key = CITY_KEY.plateKey(new Plate("7TST123"));

        assertThat(HitId.of(CITY_KEY, "cam-elm-1", key)).isEqualTo(HitId.of(CITY_KEY, "cam-elm-1", key));
        assertThat(HitId.of(CITY_KEY, "cam-elm-1", key)).isNotEqualTo(HitId.of(CITY_KEY, "cam-elm-2", key));
        assertThat(HitId.of(CITY_KEY, "cam-elm-1", key))
                .isNotEqualTo(HitId.of(CITY_KEY, "cam-elm-1", CITY_KEY.plateKey(new Plate("7TST124"))));
        assertThat(HitId.of(CITY_KEY, "cam-elm-1", key))
                .isNotEqualTo(HitId.of(new CityKey(1, new byte[32]), "cam-elm-1", key));
    }

    @Test
    void theShortCodeIsTheBeginningOfTheId() {
        assertThat(hit.hitId().value()).startsWith(hit.hitId().shortCode());
        assertThat(hit.hitId().shortCode()).hasSize(6);
    }

    @Test
    void anIdOfAnotherFormIsNone() {
        assertThatThrownBy(() -> new HitId("7TST123")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHitWithoutAMatchIsNone() {
        assertThatThrownBy(() -> new Hit(
                        hit.hitId(),
                        hit.passId(),
                        hit.plateKey(),
                        hit.sighting(),
                        List.of(),
                        Set.of(),
                        hit.raisedAt(),
                        hit.expiresAt(),
                        List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAlertNamesNobodyAndNothingThatLeadsToAPlate() {
        var parts = Arrays.stream(Alert.class.getRecordComponents())
                .map(part -> part.getName())
                .collect(Collectors.toSet());
        var alert = Alert.of(hit, NOW);

        assertThat(parts)
                .containsExactlyInAnyOrder(
                        "hitId", "category", "zone", "match", "advisory", "own", "listAge", "age", "escalated");
        assertThat(alert.toString())
                .doesNotContain("7TST123")
                .doesNotContain(hit.plateKey().value())
                .doesNotContain("officer-lopez")
                .doesNotContain("26-004711");
        assertThat(alert.listAge()).isEqualTo(Duration.ofHours(1));
    }
}
