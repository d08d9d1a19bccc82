/** The effective policy in AWS. */
@NullMarked
package passby.aws.policy;

import org.jspecify.annotations.NullMarked;
