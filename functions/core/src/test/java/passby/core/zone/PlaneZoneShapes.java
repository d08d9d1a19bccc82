package passby.core.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Polygons in whole numbers on a plane, corner by corner: slow, and simple enough to be seen right. */
public final class PlaneZoneShapes implements ZoneShapes {
    private static final double METRES = 0.111195;

    @Override
    public Optional<Flaw> flaw(ExcludedZone zone) {
        var edges = edges(zone.rings());
        for (var i = 0; i < edges.size(); i++) {
            for (var j = i + 1; j < edges.size(); j++) {
                if (edges.get(i).meetsBeyondACorner(edges.get(j))) {
                    return Optional.of(Flaw.CROSSES_ITSELF);
                }
            }
        }
        var outline = zone.rings().getFirst();
        var holes = zone.rings().subList(1, zone.rings().size());
        if (holes.stream().anyMatch(hole -> !isIn(outline, hole.getFirst()) || isInAnother(holes, hole))) {
            return Optional.of(Flaw.HOLE_OUTSIDE);
        }
        var area = area(outline)
                - holes.stream().mapToDouble(PlaneZoneShapes::area).sum();
        if (area < LEAST_AREA) {
            return Optional.of(Flaw.TOO_SMALL);
        }
        return area > MOST_AREA ? Optional.of(Flaw.TOO_LARGE) : Optional.empty();
    }

    private static boolean isInAnother(List<List<Corner>> holes, List<Corner> hole) {
        return holes.stream().anyMatch(other -> !other.equals(hole) && isIn(other, hole.getFirst()));
    }

    @Override
    public Optional<ExcludedZone> at(ExcludedZones zones, double longitude, double latitude) {
        var place = new Corner((int) Math.round(longitude * 1e6), (int) Math.round(latitude * 1e6));
        return zones.zones().stream().filter(zone -> isIn(zone, place)).findFirst();
    }

    private static boolean isIn(ExcludedZone zone, Corner place) {
        return isOnAnEdge(zone.rings(), place)
                || (isIn(zone.rings().getFirst(), place)
                        && zone.rings().stream().skip(1).noneMatch(hole -> isIn(hole, place)));
    }

    private static boolean isOnAnEdge(List<List<Corner>> rings, Corner place) {
        return edges(rings).stream().anyMatch(edge -> edge.holds(place));
    }

    /** How often a line to the east crosses the ring: an odd number of times from inside. */
    private static boolean isIn(List<Corner> ring, Corner place) {
        return edges(List.of(ring)).stream()
                                .filter(edge -> edge.isCrossedEastOf(place))
                                .count()
                        % 2
                == 1;
    }

    private static double area(List<Corner> ring) {
        var twice = 0.0;
        for (var edge : edges(List.of(ring))) {
            twice += (double) edge.from.longitude() * edge.to.latitude()
                    - (double) edge.to.longitude() * edge.from.latitude();
        }
        var latitude = Math.toRadians(ring.getFirst().latitudeDegrees());
        return Math.abs(twice) / 2 * METRES * METRES * Math.cos(latitude);
    }

    private static List<Edge> edges(List<List<Corner>> rings) {
        var edges = new ArrayList<Edge>();
        for (var ring : rings) {
            for (var i = 1; i < ring.size(); i++) {
                edges.add(new Edge(ring.get(i - 1), ring.get(i)));
            }
        }
        return edges;
    }

    private record Edge(Corner from, Corner to) {
        private static int side(Corner from, Corner to, Corner place) {
            return Long.signum(((long) to.longitude() - from.longitude()) * ((long) place.latitude() - from.latitude())
                    - ((long) to.latitude() - from.latitude()) * ((long) place.longitude() - from.longitude()));
        }

        boolean holds(Corner place) {
            return side(from, to, place) == 0
                    && Math.min(from.longitude(), to.longitude()) <= place.longitude()
                    && place.longitude() <= Math.max(from.longitude(), to.longitude())
                    && Math.min(from.latitude(), to.latitude()) <= place.latitude()
                    && place.latitude() <= Math.max(from.latitude(), to.latitude());
        }

        boolean isCrossedEastOf(Corner place) {
            var rises = from.latitude() <= place.latitude() && place.latitude() < to.latitude();
            var falls = to.latitude() <= place.latitude() && place.latitude() < from.latitude();
            return (rises && side(from, to, place) > 0) || (falls && side(from, to, place) < 0);
        }

        /** Neighbours share one corner and nothing else. */
        boolean meetsBeyondACorner(Edge other) {
            var shared = from.equals(other.to) || to.equals(other.from);
            if (shared) {
                return from.equals(other.to)
                        ? holds(other.from) || other.holds(to)
                        : holds(other.to) || other.holds(from);
            }
            return side(from, to, other.from) * side(from, to, other.to) <= 0
                    && side(other.from, other.to, from) * side(other.from, other.to, to) <= 0
                    && (holds(other.from) || holds(other.to) || other.holds(from) || other.holds(to) || crosses(other));
        }

        private boolean crosses(Edge other) {
            return side(from, to, other.from) * side(from, to, other.to) < 0
                    && side(other.from, other.to, from) * side(other.from, other.to, to) < 0;
        }
    }
}
