/** What a city comes back from: its tables, its ledger, its keys, in any part that is left. */
@NullMarked
package passby.local.restore;

import org.jspecify.annotations.NullMarked;
