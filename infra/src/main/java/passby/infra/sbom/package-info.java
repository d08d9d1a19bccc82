/** What is shipped to AWS that others have made, and under which licences. */
@NullMarked
package passby.infra.sbom;

import org.jspecify.annotations.NullMarked;
