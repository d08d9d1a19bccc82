/** What a plate says once it is found: its serial, the state that is printed on it, or why it cannot be read. */
@NullMarked
package passby.recognizer.read;

import org.jspecify.annotations.NullMarked;
