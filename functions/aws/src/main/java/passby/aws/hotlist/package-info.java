/** Hot lists at the edge and in AWS. */
@NullMarked
package passby.aws.hotlist;

import org.jspecify.annotations.NullMarked;
