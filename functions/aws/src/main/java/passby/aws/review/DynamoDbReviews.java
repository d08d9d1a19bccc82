package passby.aws.review;

import java.util.List;
import java.util.Optional;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.disclosure.Week;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.review.Reviews;
import passby.core.review.WeeklyReview;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Weekly reviews, one row each. */
public final class DynamoDbReviews implements Reviews {
    private final DynamoDbTable<WeeklyReview> reviews;
    private final DynamoDbChanges changes;

    public DynamoDbReviews(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.reviews = tables.mapped(client, Tables.REVIEWS, ReviewSchema.ROW);
        this.changes = changes;
    }

    @Override
    public Optional<WeeklyReview> find(Week week) {
        return Optional.ofNullable(
                reviews.getItem(get -> get.key(Tables.REVIEWS.key(week.code())).consistentRead(true)));
    }

    @Override
    public Commit put(WeeklyReview review, Entry entry) {
        var before = AttributeValue.fromN(Integer.toString(review.revision() - 1));
        var write = review.revision() == 1
                ? Writes.putNew(reviews, review)
                : Writes.replace(reviews, review, ReviewSchema.REVISION, before);
        return changes.commit(List.of(write), entry);
    }
}
