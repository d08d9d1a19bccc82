/** Nets and native memory: what ONNX Runtime and OpenCV need, and nothing about plates. */
@NullMarked
package passby.recognizer.net;

import org.jspecify.annotations.NullMarked;
