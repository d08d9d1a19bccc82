/** What one deployment is made for: its account, its city, its recogniser's image. */
@NullMarked
package passby.infra.deployment;

import org.jspecify.annotations.NullMarked;
