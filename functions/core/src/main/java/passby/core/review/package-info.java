/**
 * The weekly review of a sample of entries, drawn by a rule that anybody can repeat, reported by an auditor, approved by somebody
 * else; and the entry of each week without one. (product.md, H6)
 */
@NullMarked
package passby.core.review;

import org.jspecify.annotations.NullMarked;
