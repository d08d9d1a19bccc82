package passby.core.recognition;

/**
 * Who read a frame.
 *
 * @param name such as {@code rekognition} or {@code container}
 * @param version of the model, so that misreads can be told apart by it
 */
public record Engine(String name, String version) {}
