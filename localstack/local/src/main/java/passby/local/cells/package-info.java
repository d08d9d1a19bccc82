/** Which cell of a large city a camera belongs to: a directory of signed files that anybody may serve (decision 0382). */
@NullMarked
package passby.local.cells;

import org.jspecify.annotations.NullMarked;
