/** Answers who may do what and for which purpose, with the rules that the city itself runs by. */
@NullMarked
package passby.local.policy;

import org.jspecify.annotations.NullMarked;
