package passby.core.hotlist;

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

    public boolean isEmpty() {
        return equals(NONE);
    }
}
