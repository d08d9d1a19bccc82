/**
 * Bytes of strangers against what meets them first: pictures and messages. In an ordinary test run Jazzer replays the seeds
 * that are made here; with {@code JAZZER_FUZZ=1} it looks for more, one test at a time, for the time that the test names.
 */
@NullMarked
package passby.recognizer.fuzz;

import org.jspecify.annotations.NullMarked;
