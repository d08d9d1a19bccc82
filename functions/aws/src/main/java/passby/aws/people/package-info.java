/** People and their sessions in AWS. */
@NullMarked
package passby.aws.people;

import org.jspecify.annotations.NullMarked;
