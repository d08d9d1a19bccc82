/** Requests that a second person decides over DynamoDB: what every kind of them has in common. */
@NullMarked
package passby.aws.request;

import org.jspecify.annotations.NullMarked;
