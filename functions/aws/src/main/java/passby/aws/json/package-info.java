/** Strict JSON: parsing with bounds, events of Lambda, failures described without their content. */
@NullMarked
package passby.aws.json;

import org.jspecify.annotations.NullMarked;
