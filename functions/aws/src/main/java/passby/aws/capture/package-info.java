/** Cameras and uploads at the edge and in AWS. */
@NullMarked
package passby.aws.capture;

import org.jspecify.annotations.NullMarked;
