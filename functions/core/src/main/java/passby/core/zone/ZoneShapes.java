package passby.core.zone;

import java.util.Optional;

/** What must be known of polygons on the ground. Only asked where there are zones. */
public interface ZoneShapes {
    /** The smallest zone, in square metres: a building's entrance. */
    double LEAST_AREA = 100;

    /** The largest zone, in square metres: five kilometres by five. A whole city cannot be excluded by mistake. */
    double MOST_AREA = 25_000_000;

    /** What is wrong with a polygon whose rings are closed and have four corners at least. */
    enum Flaw {
        CROSSES_ITSELF("Its outline crosses or touches itself."),
        HOLE_OUTSIDE("A hole lies outside of the outline, or in or over another hole."),
        TOO_SMALL("It is smaller than 100 square metres."),
        TOO_LARGE("It is larger than 25 square kilometres.");

        private final String sentence;

        Flaw(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** Empty when it is a polygon of a sensible size. */
    Optional<Flaw> flaw(ExcludedZone zone);

    /**
     * The first zone that holds a place; its edge is a part of it.
     *
     * @param zones not empty
     * @param longitude degrees
     * @param latitude degrees
     */
    Optional<ExcludedZone> at(ExcludedZones zones, double longitude, double latitude);
}
