/** Measures the recogniser on pictures whose plates are known. Run by people, never by Passby. */
@NullMarked
package passby.recognizer.bench;

import org.jspecify.annotations.NullMarked;
