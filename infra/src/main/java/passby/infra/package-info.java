/** What a city deploys on AWS: stacks by lifetime, constructs by capability, all made from the lists that the functions run by. */
@NullMarked
package passby.infra;

import org.jspecify.annotations.NullMarked;
