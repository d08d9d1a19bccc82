/**
 * The weekly review: its rows, its routes for people, its pages for everybody, and its clock.
 */
@NullMarked
package passby.aws.review;

import org.jspecify.annotations.NullMarked;
