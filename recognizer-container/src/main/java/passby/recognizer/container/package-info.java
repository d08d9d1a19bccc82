/**
 * Tries the function's image the way that Lambda runs it, without Lambda: a process of its own under the real runtime
 * interface client, one drawn frame, one read and one crop. The image's build does this once to learn which classes a cold
 * start needs, {@code scripts/build-image --check} to see that the image answers, and a test to measure it.
 *
 * <p>Nothing here runs in a deployed function.
 */
@NullMarked
package passby.recognizer.container;

import org.jspecify.annotations.NullMarked;
