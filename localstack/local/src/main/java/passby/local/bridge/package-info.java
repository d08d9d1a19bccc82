/** Takes what cameras of other makers read, on the city's own network, and hands it to the city under the camera's own key. */
@NullMarked
package passby.local.bridge;

import org.jspecify.annotations.NullMarked;
