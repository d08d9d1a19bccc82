/** The recogniser's function with its sealed network, and the bucket of crops. */
@NullMarked
package passby.infra.recognition;

import org.jspecify.annotations.NullMarked;
