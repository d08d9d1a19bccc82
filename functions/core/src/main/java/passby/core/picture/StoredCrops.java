package passby.core.picture;

/** What is kept of a frame for one read. */
public record StoredCrops(StoredCrop plate, StoredCrop vehicle) {}
