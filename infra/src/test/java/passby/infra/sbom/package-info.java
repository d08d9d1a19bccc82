@NullMarked
package passby.infra.sbom;

import org.jspecify.annotations.NullMarked;
