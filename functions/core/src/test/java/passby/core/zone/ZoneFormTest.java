package passby.core.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.form.Problem;

final class ZoneFormTest {
    private static Checked<ZoneForm> parse(List<Map<String, Object>> zones) {
        return ZoneForm.parse(
                new Form(Map.of("zones", zones, "reason", "Council resolution 2036-31")), new PlaneZoneShapes());
    }

    private static List<String> problems(Map<String, Object> zone) {
        return switch (parse(List.of(zone))) {
            case Checked.Valid<ZoneForm> _ -> List.of();
            case Checked.Invalid<ZoneForm>(var problems) ->
                problems.stream().map(ZoneFormTest::string).toList();
        };
    }

    private static String string(Problem problem) {
        return problem.field() + " " + problem.code();
    }

    private static Map<String, Object> zone(Object coordinates) {
        return AZone.body("school-12", "school", coordinates);
    }

    private static List<BigDecimal> at(double longitude, double latitude) {
        return List.of(BigDecimal.valueOf(longitude), BigDecimal.valueOf(latitude));
    }

    @Test
    void aPolygonOfGeoJsonIsAZone() {
        var school = AZone.school("school-12");

        assertThat(parse(List.of(AZone.body(school))))
                .isEqualTo(new Checked.Valid<>(
                        new ZoneForm(new ExcludedZones(List.of(school)), "Council resolution 2036-31")));
    }

    @Test
    void aZoneIsReadAgainFromItsLine() {
        var zones = new ExcludedZones(List.of(
                AZone.school("school-12"), AZone.of("court", ZoneKind.COURT, AZone.square(2_000), AZone.square(500))));

        assertThat(ExcludedZones.of(zones.text())).isEqualTo(zones);
        assertThat(ExcludedZones.of("")).isEqualTo(ExcludedZones.NONE);
    }

    @Test
    void aPolygonThatCrossesItselfIsRefusedByName() {
        var bowTie = AZone.ring(0, 0, 2_000, 2_000, 2_000, 0, 0, 2_000);

        assertThat(problems(zone(List.of(AZone.positions(bowTie)))))
                .containsExactly("zones[0].geometry.coordinates crosses-itself");
    }

    @Test
    void aPolygonOverTheDateLineIsRefusedByName() {
        var over = List.of(at(179.9, 1), at(-179.9, 1), at(-179.9, 2), at(179.9, 2), at(179.9, 1));

        assertThat(problems(zone(List.of(over)))).containsExactly("zones[0].geometry.coordinates over-the-date-line");
    }

    @Test
    void aHoleOutsideIsRefusedByName() {
        var outside = AZone.ring(3_000, 3_000, 4_000, 3_000, 4_000, 4_000, 3_000, 4_000);

        assertThat(problems(zone(List.of(AZone.positions(AZone.square(2_000)), AZone.positions(outside)))))
                .containsExactly("zones[0].geometry.coordinates hole-outside");
    }

    @Test
    void whatIsTooSmallOrTooLargeIsRefusedByName() {
        assertThat(problems(zone(List.of(AZone.positions(AZone.square(10))))))
                .containsExactly("zones[0].geometry.coordinates too-small");
        assertThat(problems(zone(List.of(AZone.positions(AZone.square(60_000))))))
                .containsExactly("zones[0].geometry.coordinates too-large");
    }

    @Test
    void tooManyCornersOrRingsAreRefused() {
        var round = IntStream.range(0, 201)
                .mapToObj(i -> at(
                        -121.25 + Math.round(2_000 * Math.cos(i % 200 * Math.PI / 100)) / 1e6,
                        38.5 + Math.round(2_000 * Math.sin(i % 200 * Math.PI / 100)) / 1e6))
                .toList();
        var rings = IntStream.range(0, 10)
                .mapToObj(i -> AZone.positions(AZone.square(2_000 - 100 * i)))
                .toList();

        assertThat(problems(zone(List.of(round)))).containsExactly("zones[0].geometry.coordinates malformed");
        assertThat(problems(zone(rings))).containsExactly("zones[0].geometry.coordinates malformed");
    }

    @Test
    void whatIsNoRingIsRefused() {
        var square = AZone.positions(AZone.square(2_000));
        var open = square.subList(0, 4);
        var withHeight = new ArrayList<Object>(square);
        withHeight.set(1, List.of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.TEN));

        for (var bad : List.of(
                List.of(),
                List.of(open),
                List.of(List.of(at(1, 1), at(1, 2), at(1, 1))),
                List.of(withHeight),
                List.of(List.of(at(181, 1), at(1, 91), at(1, 1), at(181, 1))),
                List.of("a ring"),
                "everywhere")) {
            assertThat(problems(zone(bad))).containsExactly("zones[0].geometry.coordinates malformed");
        }
    }

    @Test
    void otherShapesKindsAndIdsAreRefusedAndSoIsAnIdTwice() {
        var point = AZone.body("School 12", "casino", List.of());
        point.put("geometry", Map.of("type", "Point", "coordinates", at(1, 1)));

        assertThat(problems(point))
                .containsExactlyInAnyOrder(
                        "zones[0].zoneId malformed",
                        "zones[0].kind malformed",
                        "zones[0].geometry.type malformed",
                        "zones[0].geometry.coordinates malformed");
        var school = AZone.body(AZone.school("school-12"));
        assertThat(parse(List.of(school, school))).isInstanceOf(Checked.Invalid.class);
    }
}
