package passby.aws.delivery;

import passby.aws.dynamodb.StoredCity;
import passby.core.delivery.Recipients;
import passby.core.delivery.Subscriptions;
import passby.core.delivery.SubscriptionsContract;
import passby.core.ledger.DurableEntries;

/** {@link DynamoDbSubscriptions} and {@link DynamoDbRecipients} over DynamoDB Local. */
final class DynamoDbSubscriptionsIT extends SubscriptionsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    private final DynamoDbSubscriptions subscriptions = CITY.subscriptions();
    private final DynamoDbRecipients recipients = new DynamoDbRecipients(CITY.client(), CITY.tables(), subscriptions);

    @Override
    protected Subscriptions subscriptions() {
        return subscriptions;
    }

    @Override
    protected Recipients recipients() {
        return recipients;
    }

    @Override
    protected DurableEntries durable() {
        return CITY.entries();
    }
}
