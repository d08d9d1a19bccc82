/**
 * A city of any size on a clock of its own: where it waits, what refuses it, and which limit ends its growth first. Amounts
 * for each read come from the bill's model and from the lists that make the stack; only AWS's own limits are written here.
 */
@NullMarked
package passby.operator.scale;

import org.jspecify.annotations.NullMarked;
