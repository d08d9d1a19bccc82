/** Grants of outside agencies over DynamoDB, and their routes. */
@NullMarked
package passby.aws.sharing;

import org.jspecify.annotations.NullMarked;
