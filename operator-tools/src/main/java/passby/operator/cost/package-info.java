/**
 * What a city pays AWS in a month, and whether AWS lets it grow so far: computed from the list of functions, the tables and
 * the timing that the stack itself is made from, list prices, and what was measured.
 */
@NullMarked
package passby.operator.cost;

import org.jspecify.annotations.NullMarked;
