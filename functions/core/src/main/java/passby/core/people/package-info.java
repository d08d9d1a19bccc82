/**
 * Who calls: persons with roles, training and status, looked up at each request, and their sessions.
 */
@NullMarked
package passby.core.people;

import org.jspecify.annotations.NullMarked;
