/** The city's key: made once, wrapped by KMS, unwrapped at run time. */
@NullMarked
package passby.aws.plate;

import org.jspecify.annotations.NullMarked;
