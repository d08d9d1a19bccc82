/**
 * The adapters of capture against S3Proxy.
 */
@NullMarked
package passby.aws.capture;

import org.jspecify.annotations.NullMarked;
