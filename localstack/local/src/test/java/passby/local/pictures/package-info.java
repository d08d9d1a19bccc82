/**
 * Draws the sample pictures that Passby ships: streets that do not exist, with cars that nobody built and plates that nobody was issued. No
 * photograph, no font and no other person's picture goes into them.
 */
@NullMarked
package passby.local.pictures;

import org.jspecify.annotations.NullMarked;
