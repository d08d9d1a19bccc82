package passby.aws.review;

import passby.aws.dynamodb.StoredCity;
import passby.core.ledger.DurableEntries;
import passby.core.review.Reviews;
import passby.core.review.ReviewsContract;

final class DynamoDbReviewsIT extends ReviewsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Reviews reviews() {
        return CITY.reviews();
    }

    @Override
    protected DurableEntries durable() {
        return CITY.entries();
    }
}
