/**
 * What all DynamoDB adapters share: the tables, and how a value becomes an item and an item a value again.
 *
 * <p>No plate and nothing made of one without the city key stands in a key, an index or a time to live: those reach audit
 * trails and metrics, while attributes do not.
 */
@NullMarked
package passby.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
