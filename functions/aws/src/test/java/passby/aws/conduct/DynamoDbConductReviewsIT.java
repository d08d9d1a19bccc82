package passby.aws.conduct;

import passby.aws.dynamodb.StoredCity;
import passby.core.conduct.ConductReviews;
import passby.core.conduct.ConductReviewsContract;
import passby.core.ledger.DurableEntries;

final class DynamoDbConductReviewsIT extends ConductReviewsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected ConductReviews reviews() {
        return CITY.conductReviews();
    }

    @Override
    protected DurableEntries durable() {
        return CITY.entries();
    }
}
