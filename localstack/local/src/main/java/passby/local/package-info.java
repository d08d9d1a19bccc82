/** The city on one machine: what a laptop needs around the handlers that run in AWS, and a camera to feed it. */
@NullMarked
package passby.local;

import org.jspecify.annotations.NullMarked;
