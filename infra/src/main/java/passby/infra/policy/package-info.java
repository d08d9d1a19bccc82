/** The parameters of a city, the law's ceilings as rules, and the custom resources that check and request. */
@NullMarked
package passby.infra.policy;

import org.jspecify.annotations.NullMarked;
