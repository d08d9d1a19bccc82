package passby.aws.lists;

import passby.aws.dynamodb.StoredCity;
import passby.core.ledger.DurableEntries;
import passby.core.lists.Lists;
import passby.core.lists.ListsContract;

final class DynamoDbListsIT extends ListsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Lists lists() {
        return CITY.lists();
    }

    @Override
    protected DurableEntries durable() {
        return CITY.entries();
    }
}
