/**
 * The ledger on AWS: where entries and counts are stored, and the clock that enters the counts.
 */
@NullMarked
package passby.aws.ledger;

import org.jspecify.annotations.NullMarked;
