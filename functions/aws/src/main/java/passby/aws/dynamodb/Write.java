package passby.aws.dynamodb;

import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;

/** One part of a transaction; {@link Writes} makes them. */
@FunctionalInterface
public interface Write {
    void addTo(TransactWriteItemsEnhancedRequest.Builder transaction);
}
