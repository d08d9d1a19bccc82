package passby.recognizer.detect;

/**
 * A plate that the detector sees.
 *
 * @param score 0 to 1, the detector's own; how often it is right is in the module's README
 * @param plate its corners
 */
public record Detection(double score, Quad plate) {}
