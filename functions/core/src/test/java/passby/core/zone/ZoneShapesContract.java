package passby.core.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import passby.core.testing.TestData;

/** What every {@link ZoneShapes} does. */
public abstract class ZoneShapesContract {
    private static final double EAST = TestData.CORNER.longitude();
    private static final double NORTH = TestData.CORNER.latitude();

    protected abstract ZoneShapes shapes();

    private void assertFlaw(ZoneShapes.Flaw flaw, List<Corner> outline) {
        assertThat(shapes().flaw(AZone.of("zone", ZoneKind.CLINIC, outline))).contains(flaw);
    }

    private boolean isIn(ExcludedZone zone, double east, double north) {
        return shapes().at(new ExcludedZones(List.of(zone)), EAST + east, NORTH + north)
                .isPresent();
    }

    @Test
    void aSchoolyardHasNoFlawInEitherDirection() {
        assertThat(shapes().flaw(AZone.school("school"))).isEmpty();
        assertThat(shapes().flaw(AZone.of(
                        "school", ZoneKind.SCHOOL, AZone.square(2_000).reversed())))
                .isEmpty();
    }

    @Test
    void aPolygonThatCrossesItselfHasOne() {
        assertFlaw(ZoneShapes.Flaw.CROSSES_ITSELF, AZone.ring(0, 0, 2_000, 2_000, 2_000, 0, 0, 2_000));
    }

    @Test
    void aPolygonThatRunsBackAlongItsOwnEdgeHasOne() {
        assertFlaw(ZoneShapes.Flaw.CROSSES_ITSELF, AZone.ring(0, 0, 4_000, 0, 4_000, 4_000, 4_000, -1_000, 0, -1_000));
    }

    @Test
    void aDoorstepIsTooSmallAndACityTooLarge() {
        assertFlaw(ZoneShapes.Flaw.TOO_SMALL, AZone.square(10));
        assertFlaw(ZoneShapes.Flaw.TOO_LARGE, AZone.square(60_000));
    }

    @Test
    void aHoleIsInsideAndInNoOtherHole() {
        var outside = AZone.ring(3_000, 3_000, 4_000, 3_000, 4_000, 4_000, 3_000, 4_000);

        assertThat(shapes().flaw(AZone.of("zone", ZoneKind.COURT, AZone.square(2_000), AZone.square(500))))
                .isEmpty();
        assertThat(shapes().flaw(AZone.of("zone", ZoneKind.COURT, AZone.square(2_000), outside)))
                .contains(ZoneShapes.Flaw.HOLE_OUTSIDE);
        assertThat(shapes().flaw(AZone.of(
                        "zone", ZoneKind.COURT, AZone.square(2_000), AZone.square(1_000), AZone.square(500))))
                .contains(ZoneShapes.Flaw.HOLE_OUTSIDE);
    }

    @Test
    void aPlaceIsInItsZoneAndOnItsEdgeAndNotBeside() {
        var school = AZone.school("school");

        assertThat(isIn(school, 0, 0)).isTrue();
        assertThat(isIn(school, 0.002, 0)).isTrue();
        assertThat(isIn(school, 0.002, 0.002)).isTrue();
        assertThat(isIn(school, 0.002_01, 0)).isFalse();
        assertThat(isIn(school, 0, -0.002_01)).isFalse();
    }

    @Test
    void aHoleIsNoPartOfItsZoneButItsEdgeIs() {
        var ring = AZone.of("zone", ZoneKind.COURT, AZone.square(2_000), AZone.square(500));

        assertThat(isIn(ring, 0, 0)).isFalse();
        assertThat(isIn(ring, 0.000_5, 0)).isTrue();
        assertThat(isIn(ring, 0.001, 0)).isTrue();
    }

    @Test
    void amongManyZonesTheOneThatHoldsThePlaceIsNamed() {
        var many = IntStream.range(0, 50)
                .mapToObj(i -> AZone.of(
                        "clinic-" + i,
                        ZoneKind.CLINIC,
                        AZone.ring(10_000 * i, 0, 10_000 * i + 5_000, 0, 10_000 * i + 5_000, 5_000, 10_000 * i, 5_000)))
                .toList();

        var found = shapes().at(new ExcludedZones(many), EAST + 0.222, NORTH + 0.002);

        assertThat(found).map(ExcludedZone::zoneId).contains("clinic-22");
        assertThat(shapes().at(new ExcludedZones(many), EAST + 0.227, NORTH + 0.002))
                .isEmpty();
    }

    @Test
    void otherZonesAreAskedWhenThePolicyNamesOthers() {
        var shapes = shapes();
        var first = new ExcludedZones(List.of(AZone.school("school")));
        assertThat(shapes.at(first, EAST, NORTH)).isPresent();

        var moved = AZone.of("school", ZoneKind.SCHOOL, AZone.ring(5_000, 0, 9_000, 0, 9_000, 4_000, 5_000, 4_000));

        assertThat(shapes.at(new ExcludedZones(List.of(moved)), EAST, NORTH)).isEmpty();
    }
}
