/**
 * Alerts on their way to officers: who subscribed to what, and what reaches them.
 */
@NullMarked
package passby.core.delivery;

import org.jspecify.annotations.NullMarked;
