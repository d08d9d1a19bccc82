/** The random sample of reads, which people label, and labelled test drives where reads are not stored. */
@NullMarked
package passby.core.sample;

import org.jspecify.annotations.NullMarked;
