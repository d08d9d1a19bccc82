package passby.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import passby.core.hit.Alert;
import passby.core.hit.HitId;
import passby.core.hotlist.Category;
import passby.core.hotlist.MatchType;

final class AlertFilterTest {
    private static final HitId HIT = new HitId("a".repeat(52));
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Instant NOON = Instant.parse("2036-05-06T17:00:00Z");
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0), CHICAGO);

    private static Alert alert(Category category, String zone, boolean advisory) {
        return new Alert(HIT, category, zone, MatchType.EXACT, advisory, Duration.ZERO, Duration.ZERO);
    }

    private static boolean atNight(Category category, String local) {
        var now = LocalTime.parse(local)
                .atDate(java.time.LocalDate.of(2036, 5, 6))
                .atZone(CHICAGO)
                .toInstant();
        return filter(Set.of(), Set.of(), NIGHT).accepts(alert(category, "north", false), now);
    }

    private static AlertFilter filter(Set<Category> categories, Set<String> zones, @Nullable QuietHours quiet) {
        return new AlertFilter(categories, zones, quiet);
    }

    @Test
    void nothingChosenMeansEverything() {
        assertThat(filter(Set.of(), Set.of(), null).accepts(alert(Category.BOLO, "north", false), NOON))
                .isTrue();
    }

    @Test
    void anotherCategoryOrZoneIsNotWanted() {
        var filter = filter(Set.of(Category.STOLEN_VEHICLE), Set.of("north"), null);

        assertThat(filter.accepts(alert(Category.STOLEN_VEHICLE, "north", false), NOON))
                .isTrue();
        assertThat(filter.accepts(alert(Category.BOLO, "north", false), NOON)).isFalse();
        assertThat(filter.accepts(alert(Category.STOLEN_VEHICLE, "harbor", false), NOON))
                .isFalse();
    }

    @Test
    void anAdvisoryAlertIsSentToNobody() {
        assertThat(filter(Set.of(), Set.of(), null).accepts(alert(Category.AMBER_ALERT, "north", true), NOON))
                .isFalse();
    }

    @Test
    void quietHoursCrossMidnight() {
        assertThat(atNight(Category.STOLEN_VEHICLE, "21:59")).isTrue();
        assertThat(atNight(Category.STOLEN_VEHICLE, "22:00")).isFalse();
        assertThat(atNight(Category.STOLEN_VEHICLE, "00:00")).isFalse();
        assertThat(atNight(Category.STOLEN_VEHICLE, "05:59")).isFalse();
        assertThat(atNight(Category.STOLEN_VEHICLE, "06:00")).isTrue();
    }

    @Test
    void quietHoursWithinADayAndOfTheWholeDay() {
        var lunch = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0), CHICAGO);
        var always = new QuietHours(LocalTime.NOON, LocalTime.NOON, CHICAGO);

        assertThat(lunch.cover(NOON)).isTrue();
        assertThat(lunch.cover(NOON.minusSeconds(1))).isFalse();
        assertThat(lunch.cover(NOON.plus(Duration.ofHours(1)))).isFalse();
        assertThat(always.cover(NOON.minusSeconds(1))).isTrue();
    }

    @Test
    void aLifeInDangerPiercesQuietHours() {
        assertThat(atNight(Category.CHILD_ABDUCTION, "03:00")).isTrue();
        assertThat(atNight(Category.AMBER_ALERT, "03:00")).isTrue();
        assertThat(atNight(Category.INVESTIGATIVE, "03:00")).isFalse();
    }
}
