/**
 * Starts functions as Lambda's managed runtime does, against the engines of a local city.
 */
@NullMarked
package passby.local.coldstart;

import org.jspecify.annotations.NullMarked;
