/** The city in one JVM: engines, the handlers behind real HTTP, the queue's pump and the clocks. */
@NullMarked
package passby.local.city;

import org.jspecify.annotations.NullMarked;
