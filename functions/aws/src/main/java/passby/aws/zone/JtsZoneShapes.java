package passby.aws.zone;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import passby.core.zone.Corner;
import passby.core.zone.ExcludedZone;
import passby.core.zone.ExcludedZones;
import passby.core.zone.ZoneShapes;

/**
 * Polygons in degrees, by JTS. Its classes are loaded with the first question, so that a city without zones never loads one;
 * the zones of the policy are prepared once and kept until the policy names others. Thread-safe.
 */
public final class JtsZoneShapes implements ZoneShapes {
    private final AtomicReference<@Nullable Prepared> last = new AtomicReference<>();

    @Override
    public Optional<Flaw> flaw(ExcludedZone zone) {
        return Shapes.flaw(zone);
    }

    @Override
    public Optional<ExcludedZone> at(ExcludedZones zones, double longitude, double latitude) {
        var prepared = last.get();
        if (prepared == null || !prepared.zones().equals(zones)) {
            prepared = new Prepared(zones, Shapes.prepared(zones));
            last.set(prepared);
        }
        return Shapes.at(prepared, longitude, latitude);
    }

    /** @param shapes of the zones, in their order */
    private record Prepared(ExcludedZones zones, List<Object> shapes) {}

    /** What touches JTS, in a class of its own. */
    private static final class Shapes {
        private static final double METRES_A_DEGREE = 111_195;
        private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(1e6));

        private Shapes() {}

        static Optional<Flaw> flaw(ExcludedZone zone) {
            var polygon = polygon(zone);
            var error = new IsValidOp(polygon).getValidationError();
            if (error != null) {
                return Optional.of(flaw(error));
            }
            var metres = metres(polygon);
            if (metres < LEAST_AREA) {
                return Optional.of(Flaw.TOO_SMALL);
            }
            return metres > MOST_AREA ? Optional.of(Flaw.TOO_LARGE) : Optional.empty();
        }

        private static Flaw flaw(TopologyValidationError error) {
            return switch (error.getErrorType()) {
                case TopologyValidationError.HOLE_OUTSIDE_SHELL, TopologyValidationError.NESTED_HOLES ->
                    Flaw.HOLE_OUTSIDE;
                case TopologyValidationError.TOO_FEW_POINTS -> Flaw.TOO_SMALL;
                default -> Flaw.CROSSES_ITSELF;
            };
        }

        /** On the plane that touches the Earth there: exact enough for a few kilometres. */
        private static double metres(Polygon polygon) {
            var latitude = polygon.getEnvelopeInternal().centre().getY();
            return polygon.getArea() * METRES_A_DEGREE * METRES_A_DEGREE * Math.cos(Math.toRadians(latitude));
        }

        static List<Object> prepared(ExcludedZones zones) {
            return zones.zones().stream()
                    .<Object>map(zone -> PreparedGeometryFactory.prepare(polygon(zone)))
                    .toList();
        }

        static Optional<ExcludedZone> at(Prepared prepared, double longitude, double latitude) {
            var point = FACTORY.createPoint(new Coordinate(exact(longitude), exact(latitude)));
            for (var i = 0; i < prepared.shapes().size(); i++) {
                if (prepared.shapes().get(i) instanceof PreparedGeometry shape && shape.covers(point)) {
                    return Optional.of(prepared.zones().zones().get(i));
                }
            }
            return Optional.empty();
        }

        /** To the millionth of a degree in which corners are stored, so that an edge is an edge. */
        private static double exact(double degrees) {
            return FACTORY.getPrecisionModel().makePrecise(degrees);
        }

        private static Polygon polygon(ExcludedZone zone) {
            var rings = zone.rings().stream().map(Shapes::ring).toList();
            return FACTORY.createPolygon(
                    rings.getFirst(), rings.stream().skip(1).toArray(LinearRing[]::new));
        }

        private static LinearRing ring(List<Corner> corners) {
            return FACTORY.createLinearRing(corners.stream()
                    .map(corner -> new Coordinate(corner.longitudeDegrees(), corner.latitudeDegrees()))
                    .toArray(Coordinate[]::new));
        }
    }
}
