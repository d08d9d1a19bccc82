package passby.core.hotlist;

import java.util.stream.Stream;

/**
 * What is known of a vehicle besides its plate, in the words or NCIC codes of whoever describes it. Each part may be empty.
 *
 * @param year of manufacture, two or four digits
 * @param make such as {@code CHEV}
 * @param model such as {@code AVA}
 * @param style body style, such as {@code PK}
 * @param colour such as {@code WHI} or {@code YEL/BLK}
 */
public record VehicleDescription(String year, String make, String model, String style, String colour) {
    /** Nothing is known. */
    public static final VehicleDescription NONE = new VehicleDescription("", "", "", "", "");

    /** Longest part, in characters. */
    public static final int MAX_PART = 24;

    public VehicleDescription {
        if (year.length() > MAX_PART
                || make.length() > MAX_PART
                || model.length() > MAX_PART
                || style.length() > MAX_PART
                || colour.length() > MAX_PART) {
            throw new IllegalArgumentException("a part of a description is at most " + MAX_PART + " characters");
        }
    }

    /**
     * Whether everything that this describes is seen: every part that it has agrees with the part that was seen, in any case,
     * and a part that nobody saw agrees with nothing. The first colour of a two-tone vehicle may be seen alone.
     */
    public boolean agreesWith(VehicleDescription seen) {
        return !isEmpty()
                && agrees(year, seen.year)
                && agrees(make, seen.make)
                && agrees(model, seen.model)
                && agrees(style, seen.style)
                && (agrees(colour, seen.colour) || agrees(firstColour(), seen.colour));
    }

    private String firstColour() {
        var slash = colour.indexOf('/');
        return slash < 0 ? colour : colour.substring(0, slash);
    }

    private static boolean agrees(String described, String seen) {
        return described.isEmpty() || described.equalsIgnoreCase(seen);
    }

    /** How many parts besides the year are known. */
    public long parts() {
        return Stream.of(make, model, style, colour)
                .filter(part -> !part.isEmpty())
                .count();
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
