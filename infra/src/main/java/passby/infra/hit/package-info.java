/** The topics of alerts and alarms. */
@NullMarked
package passby.infra.hit;

import org.jspecify.annotations.NullMarked;
