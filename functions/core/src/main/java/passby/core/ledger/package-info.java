/**
 * The record of everything that people and clocks did: entries with commitments and their openings.
 *
 * <p>A change commits together with its entry or not at all: every writing method of every port takes the {@link
 * passby.core.ledger.Entry} as its last argument. What only answers appends its entry before it answers.
 */
@NullMarked
package passby.core.ledger;

import org.jspecify.annotations.NullMarked;
