package passby.core.zone;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A corner of a polygon, WGS 84, in millionths of a degree: a tenth of a metre, and exact wherever it is stored or hashed.
 *
 * @param longitude -180,000,000 to 180,000,000
 * @param latitude -90,000,000 to 90,000,000
 */
public record Corner(int longitude, int latitude) {
    private static final int DECIMALS = 6;
    private static final int HALF_TURN = 180_000_000;

    public Corner {
        if (Math.abs(longitude) > HALF_TURN || Math.abs(latitude) > HALF_TURN / 2) {
            throw new IllegalArgumentException("not on Earth");
        }
    }

    /** @param position as GeoJSON has it: longitude, then latitude, in degrees */
    static Optional<Corner> parse(List<?> position) {
        if (position.size() != 2
                || !(position.get(0) instanceof BigDecimal longitude)
                || !(position.get(1) instanceof BigDecimal latitude)
                || longitude.abs().compareTo(BigDecimal.valueOf(180)) > 0
                || latitude.abs().compareTo(BigDecimal.valueOf(90)) > 0) {
            return Optional.empty();
        }
        return Optional.of(new Corner(millionths(longitude), millionths(latitude)));
    }

    private static int millionths(BigDecimal degrees) {
        return degrees.setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .intValueExact();
    }

    public double longitudeDegrees() {
        return longitude / 1e6;
    }

    public double latitudeDegrees() {
        return latitude / 1e6;
    }

    /** As GeoJSON has it. */
    List<BigDecimal> position() {
        return List.of(BigDecimal.valueOf(longitude, DECIMALS), BigDecimal.valueOf(latitude, DECIMALS));
    }

    String text() {
        return longitude + "," + latitude;
    }

    /** @throws IllegalArgumentException unless {@link #text} wrote it */
    static Corner of(String text) {
        var comma = text.indexOf(',');
        if (comma < 0) {
            throw new IllegalArgumentException("not a corner");
        }
        return new Corner(Integer.parseInt(text.substring(0, comma)), Integer.parseInt(text.substring(comma + 1)));
    }
}
