package passby.aws.conduct;

import java.util.List;
import java.util.Optional;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.conduct.ConductReview;
import passby.core.conduct.ConductReview.Finding;
import passby.core.conduct.ConductReviews;
import passby.core.conduct.Signal;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reviews of conduct, all in one partition of Conduct, format version 1. */
public final class DynamoDbConductReviews implements ConductReviews {
    private static final String REVISION = "revision";

    private static final TableSchema<ConductReview> ROW = Expiry.add(
                    SchemaBuilder.row(Tables.CONDUCT, "conductReview", 1, ConductReview.class),
                    ConductReview::expiresAt,
                    review -> ConductRowKeys.id(ConductRowKeys.review(review.reviewId())))
            .keys(review -> ConductRowKeys.review(review.reviewId()))
            .string("personId", ConductReview::personId)
            .with("signals", Converters.list(signal()), ConductReview::signals)
            .instant("openedAt", ConductReview::openedAt)
            .instant("dueAt", ConductReview::dueAt)
            .with("finding", finding(), ConductReview::finding)
            .integer(REVISION, ConductReview::revision)
            .build(values -> new ConductReview(
                    values.string("part"),
                    values.string("personId"),
                    values.list("signals", Signal.class),
                    values.instant("openedAt"),
                    values.instant("dueAt"),
                    values.find("finding", Finding.class),
                    values.instant(Expiry.EXPIRES_AT),
                    values.integer(REVISION)));

    private final DynamoDbTable<ConductReview> reviews;
    private final DynamoDbChanges changes;

    public DynamoDbConductReviews(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.reviews = tables.mapped(client, Tables.CONDUCT, ROW);
        this.changes = changes;
    }

    @Override
    public Optional<ConductReview> find(String reviewId) {
        return Optional.ofNullable(
                reviews.getItem(get -> get.key(ConductRowKeys.review(reviewId)).consistentRead(true)));
    }

    @Override
    public List<ConductReview> all() {
        var partition = QueryConditional.keyEqualTo(key -> key.partitionValue(ConductRowKeys.REVIEWS));
        return reviews
                .query(query -> query.queryConditional(partition)
                        .scanIndexForward(false)
                        .consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    @Override
    public Commit put(ConductReview review, Entry entry) {
        var before = AttributeValue.fromN(Integer.toString(review.revision() - 1));
        var write = review.revision() == 1
                ? Writes.putNew(reviews, review)
                : Writes.replace(reviews, review, REVISION, before);
        return changes.commit(List.of(write), entry);
    }

    private static AttributeConverter<Signal> signal() {
        return Converters.part(SchemaBuilder.part("conductReview.signal", Signal.class)
                .with("kind", Converters.code(Signal.Kind.class, Signal.Kind::code, Signal.Kind::of), Signal::kind)
                .string("about", Signal::about)
                .integer("count", Signal::count)
                .instant("last", Signal::last)
                .with("entryIds", Converters.list(Converters.string()), Signal::entryIds)
                .build(values -> new Signal(
                        values.get("kind", Signal.Kind.class),
                        values.string("about"),
                        values.integer("count"),
                        values.instant("last"),
                        values.list("entryIds", String.class))));
    }

    private static AttributeConverter<Finding> finding() {
        return Converters.part(SchemaBuilder.part("conductReview.finding", Finding.class)
                .with(
                        "class",
                        Converters.code(
                                ConductReview.FindingClass.class,
                                ConductReview.FindingClass::code,
                                ConductReview.FindingClass::of),
                        Finding::of)
                .string("narrative", Finding::narrative)
                .string("by", Finding::by)
                .instant("at", Finding::at)
                .build(values -> new Finding(
                        values.get("class", ConductReview.FindingClass.class),
                        values.string("narrative"),
                        values.string("by"),
                        values.instant("at"))));
    }
}
