package passby.aws.review;

import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.core.disclosure.Week;
import passby.core.review.WeeklyReview;
import passby.core.review.WeeklyReview.Commitment;
import passby.core.review.WeeklyReview.Draw;
import passby.core.review.WeeklyReview.Step;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** A weekly review as it is stored, format version 1. */
final class ReviewSchema {
    static final String REVISION = "revision";

    static final TableSchema<WeeklyReview> ROW = SchemaBuilder.row(Tables.REVIEWS, "review", 1, WeeklyReview.class)
            .keys(review -> Tables.REVIEWS.key(review.week().code()))
            .with("commitment", commitment(), WeeklyReview::commitment)
            .with("draw", draw(), WeeklyReview::draw)
            .with("report", step("review.report"), WeeklyReview::report)
            .with("approval", step("review.approval"), WeeklyReview::approval)
            .string("missedEntryId", WeeklyReview::missedEntryId)
            .integer(REVISION, WeeklyReview::revision)
            .build(values -> new WeeklyReview(
                    Week.parse(values.string("week")).orElseThrow(),
                    values.find("commitment", Commitment.class),
                    values.find("draw", Draw.class),
                    values.find("report", Step.class),
                    values.find("approval", Step.class),
                    values.find("missedEntryId", String.class),
                    values.integer(REVISION)));

    private ReviewSchema() {}

    private static AttributeConverter<Commitment> commitment() {
        return Converters.part(SchemaBuilder.part("review.commitment", Commitment.class)
                .string("hash", Commitment::hash)
                .string("personId", Commitment::personId)
                .string("entryId", Commitment::entryId)
                .build(values ->
                        new Commitment(values.string("hash"), values.string("personId"), values.string("entryId"))));
    }

    private static AttributeConverter<Draw> draw() {
        return Converters.part(SchemaBuilder.part("review.draw", Draw.class)
                .string("document", Draw::document)
                .string("personId", Draw::personId)
                .string("entryId", Draw::entryId)
                .build(values ->
                        new Draw(values.string("document"), values.string("personId"), values.string("entryId"))));
    }

    private static AttributeConverter<Step> step(String what) {
        return Converters.part(SchemaBuilder.part(what, Step.class)
                .string("personId", Step::personId)
                .integer("questioned", Step::questioned)
                .instant("at", Step::at)
                .string("entryId", Step::entryId)
                .build(values -> new Step(
                        values.string("personId"),
                        values.integer("questioned"),
                        values.instant("at"),
                        values.string("entryId"))));
    }
}
