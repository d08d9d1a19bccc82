/** Polygons on the ground, by JTS. */
@NullMarked
package passby.aws.zone;

import org.jspecify.annotations.NullMarked;
