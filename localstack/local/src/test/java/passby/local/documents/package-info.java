@NullMarked
package passby.local.documents;

import org.jspecify.annotations.NullMarked;
