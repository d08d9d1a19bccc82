/**
 * What a court needs: holds on single reads, copies of them in a vault, and packages that can be checked without Passby.
 *
 * <p>Words: a <em>hold</em> keeps reads until its review date and takes two roles; a <em>preservation</em> keeps them for 14
 * days on one role's word; the <em>vault</em> is the bucket of copies that nobody can delete before their date.
 */
@NullMarked
package passby.core.evidence;

import org.jspecify.annotations.NullMarked;
