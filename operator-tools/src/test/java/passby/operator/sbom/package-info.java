@NullMarked
package passby.operator.sbom;

import org.jspecify.annotations.NullMarked;
