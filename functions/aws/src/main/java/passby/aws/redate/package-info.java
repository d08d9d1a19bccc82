/** The re-dating of stored rows over DynamoDB. */
@NullMarked
package passby.aws.redate;

import org.jspecify.annotations.NullMarked;
