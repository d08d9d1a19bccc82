/**
 * Who watches those who search: what each person asked is compared with what they asked before, with what others ask and with their
 * hours, and what cannot be explained goes to the auditor and the civilian reviewer. (product.md, E7, E9, E10)
 */
@NullMarked
package passby.core.conduct;

import org.jspecify.annotations.NullMarked;
