@NullMarked
package passby.operator.report;

import org.jspecify.annotations.NullMarked;
