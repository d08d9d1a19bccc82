/** The reports that laws of states ask for, from the public data set alone. */
@NullMarked
package passby.operator.report;

import org.jspecify.annotations.NullMarked;
