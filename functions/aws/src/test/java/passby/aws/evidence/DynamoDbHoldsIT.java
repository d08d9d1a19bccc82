package passby.aws.evidence;

import passby.aws.dynamodb.StoredCity;
import passby.aws.purge.DynamoDbExpiringRows;
import passby.aws.read.HeldReadRows;
import passby.core.evidence.HeldRows;
import passby.core.evidence.HoldUpkeep;
import passby.core.evidence.Holds;
import passby.core.evidence.HoldsContract;
import passby.core.ledger.DurableEntries;
import passby.core.purge.ExpiringRows;
import passby.core.read.Frames;

final class DynamoDbHoldsIT extends HoldsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    private final DynamoDbHolds holds = CITY.holds();

    @Override
    protected Holds holds() {
        return holds;
    }

    @Override
    protected HeldRows heldRows() {
        return new HeldReadRows(CITY.client(), CITY.tables());
    }

    @Override
    protected HoldUpkeep upkeep() {
        return holds;
    }

    @Override
    protected Frames frames() {
        return CITY.frames();
    }

    @Override
    protected ExpiringRows rows() {
        return new DynamoDbExpiringRows(CITY.client(), CITY.tables());
    }

    @Override
    protected DurableEntries durable() {
        return CITY.entries();
    }
}
