package passby.core.recognition;

/** What is kept of a frame for one read. */
public record StoredCrops(StoredCrop plate, StoredCrop vehicle) {}
