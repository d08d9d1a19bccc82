/**
 * The way of a picture into the city on AWS: upload URLs, the bucket of uploads, and what runs around them.
 */
@NullMarked
package passby.aws.capture;

import org.jspecify.annotations.NullMarked;
