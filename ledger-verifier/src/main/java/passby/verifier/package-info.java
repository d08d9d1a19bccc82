/**
 * Checks a city's ledger from its files alone: what anybody can run against a public copy, a court against an export, an officer
 * against a receipt. Each failure names the rule that does not hold, and where.
 */
@NullMarked
package passby.verifier;

import org.jspecify.annotations.NullMarked;
