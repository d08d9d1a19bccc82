/** The sources of hot lists in DynamoDB and S3, and the functions that people and files reach them by. */
@NullMarked
package passby.aws.lists;

import org.jspecify.annotations.NullMarked;
