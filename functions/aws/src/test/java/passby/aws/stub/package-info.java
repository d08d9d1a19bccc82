/**
 * Services on the loopback interface for the tests of the adapters: S3Proxy, and a stub that speaks what a test tells it.
 */
@NullMarked
package passby.aws.stub;

import org.jspecify.annotations.NullMarked;
