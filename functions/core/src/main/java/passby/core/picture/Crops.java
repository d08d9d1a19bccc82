package passby.core.picture;

/**
 * The two pictures that a read keeps of its frame.
 *
 * @param plate the plate alone
 * @param vehicle the plate with the vehicle around it
 */
public record Crops(Crop plate, Crop vehicle) {}
