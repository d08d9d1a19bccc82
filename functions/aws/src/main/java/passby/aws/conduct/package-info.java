/** What people did lately, what is asked about it, and their hours: one table, their routes, and a clock. */
@NullMarked
package passby.aws.conduct;

import org.jspecify.annotations.NullMarked;
