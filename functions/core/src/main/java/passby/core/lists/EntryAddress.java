package passby.core.lists;

import passby.core.plate.PlateKey;

/** Where a stored entry of a list is: everything that its key is made of, besides the source. */
public record EntryAddress(String recordId, PlateKey plateKey, int fromVersion) {}
