/**
 * What another agency may be given: the reads of one written request, once. There is no network, no standing access and no setting that
 * gives more. (product.md, G1 to G4)
 *
 * <p>Words: a <em>grant</em> is one written request on its way from its filing to its single release; its <em>scope</em> is the
 * plates, cameras and window that it names; a <em>requester</em> is whoever asks from outside.
 */
@NullMarked
package passby.core.sharing;

import org.jspecify.annotations.NullMarked;
