package passby.core.picture;

/**
 * A part of a frame, encoded anew, without metadata.
 *
 * @param box where it was cut
 * @param picture what was cut
 */
public record Crop(Box box, Jpeg picture) {}
