/** The made-up city: its people, cameras, policy and sample pictures. */
@NullMarked
package passby.local.springfield;

import org.jspecify.annotations.NullMarked;
