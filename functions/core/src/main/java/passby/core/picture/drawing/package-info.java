/** Pictures that nobody photographed: what a decoy among the reads shows. (docs/decisions/0421) */
@NullMarked
package passby.core.picture.drawing;

import org.jspecify.annotations.NullMarked;
