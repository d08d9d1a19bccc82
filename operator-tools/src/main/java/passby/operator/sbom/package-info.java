/** What is shipped to AWS that others have made, and under which licences. */
@NullMarked
package passby.operator.sbom;

import org.jspecify.annotations.NullMarked;
