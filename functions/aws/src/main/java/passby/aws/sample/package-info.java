/** How well plates are read, and the random sample that people label, over HTTP. */
@NullMarked
package passby.aws.sample;

import org.jspecify.annotations.NullMarked;
