package passby.aws.purge;

import passby.aws.dynamodb.StoredCity;
import passby.core.purge.PurgeReports;
import passby.core.purge.PurgeReportsContract;

/** {@link DynamoDbPurgeReports} over DynamoDB Local. */
final class DynamoDbPurgeReportsIT extends PurgeReportsContract {
    private final StoredCity city = StoredCity.fresh();
    private final PurgeReports reports = new DynamoDbPurgeReports(city.client(), city.tables());

    @Override
    protected PurgeReports reports() {
        return reports;
    }
}
