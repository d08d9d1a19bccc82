/**
 * Alerts on their way to officers: the queue behind the topic, subscriptions and text messages.
 */
@NullMarked
package passby.aws.delivery;

import org.jspecify.annotations.NullMarked;
