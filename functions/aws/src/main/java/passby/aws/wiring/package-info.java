/** Where everything meets: adapters, use cases and handlers are put together by hand, once for each execution environment. */
@NullMarked
package passby.aws.wiring;

import org.jspecify.annotations.NullMarked;
