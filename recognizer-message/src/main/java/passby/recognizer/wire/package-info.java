/**
 * The message between Passby's functions and the recogniser's function: JSON, version 1, the same class at both ends. Knows
 * neither OpenCV nor ONNX Runtime, so that callers need neither.
 */
@NullMarked
package passby.recognizer.wire;

import org.jspecify.annotations.NullMarked;
