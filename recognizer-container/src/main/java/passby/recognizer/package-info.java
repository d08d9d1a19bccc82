/**
 * Reads the plates in a picture: checks the bytes, decodes them, finds lines of text, reads them, and leaves the choice of
 * what is a plate to {@link passby.core.recognition.PlateChooser}.
 *
 * <p>Words: a <em>text box</em> is a tilted rectangle around one line of text, in pixels of the upright picture; a
 * <em>view</em> is one cut of a text box with a little more or less around it; a <em>lattice</em> is what a net answers for
 * one view, the probability of each character at each step. Nothing outside this package decodes pictures.
 */
@NullMarked
package passby.recognizer;

import org.jspecify.annotations.NullMarked;
