package passby.aws.read;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.Parts;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.core.capture.Position;
import passby.core.picture.StoredCrops;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.plate.PlateKey;
import passby.core.read.Correction;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.recognition.Engine;
import passby.core.retention.Cohort;
import passby.core.retention.RetentionClass;
import passby.core.retention.RowClock;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** A read as it is stored, format version 1 (data.md, "Read record v1"). The plate's text is an attribute, never a key. */
final class ReadSchema {
    static final String CAMERA = "cameraId";
    static final String CORRECTIONS = "corrections";

    static final TableSchema<Read> ROW = Expiry.add(
                    SchemaBuilder.row(Tables.READS, "read", Read.VERSION, Read.class),
                    read -> Map.of(RowClock.of(read.retentionClass()), read.retentionBase()),
                    Read::expiresAt,
                    read -> read.pictures() == null ? null : read.picturesExpireAt(),
                    Read::readId)
            .keys(read -> ReadRowKeys.read(ReadRef.of(read)))
            .string(Tables.BY_CAMERA.partition(), read -> ReadRowKeys.cameraDay(read.cameraId(), read.capturedAt()))
            .string("readId", Read::readId)
            .string("uploadId", Read::uploadId)
            .string("passId", Read::passId)
            .string("frameSha256", Read::frameSha256)
            .string(CAMERA, Read::cameraId)
            .instant("capturedAt", Read::capturedAt)
            .instant("receivedAt", Read::receivedAt)
            .instant("storedAt", Read::storedAt)
            .string(
                    "cohort",
                    read -> Cohort.of(read.storedAt(), read.retentionClass()).code())
            .bool("skewed", Read::skewed)
            .with("position", Parts.position(), Read::position)
            .integer("heading", Read::heading)
            .with("engine", Parts.engine(), Read::engine)
            .string("raw", read -> read.plate().raw())
            .string("fold", read -> read.plate().fold())
            .with("candidates", Converters.list(candidate()), Read::candidates)
            .with("state", Parts.state(), Read::state)
            .with("colour", Parts.colour(), read -> Parts.told(read.colour()))
            .with("pictures", Parts.crops(), Read::pictures)
            .with("class", retentionClass(), Read::retentionClass)
            .strings("holds", Read::holds)
            .string("policyHash", Read::policyHash)
            .with(
                    CORRECTIONS,
                    Converters.list(correction()),
                    read -> read.corrections().isEmpty() ? null : read.corrections())
            .build(values -> new Read(
                    values.string("readId"),
                    values.parse("plateKey", PlateKey::new),
                    values.string("uploadId"),
                    values.string("passId"),
                    values.string("frameSha256"),
                    values.string(CAMERA),
                    values.instant("capturedAt"),
                    values.instant("receivedAt"),
                    values.has("storedAt") ? values.instant("storedAt") : values.instant("receivedAt"),
                    values.bool("skewed"),
                    values.get("position", Position.class),
                    values.integer("heading"),
                    values.get("engine", Engine.class),
                    values.list("candidates", Candidate.class),
                    values.get("state", IssuingState.class),
                    Parts.colour(values, "colour"),
                    values.find("pictures", StoredCrops.class),
                    values.get("class", RetentionClass.class),
                    values.strings("holds"),
                    values.instant(Expiry.EXPIRES_AT),
                    // Once its pictures are deleted, a read has no date of theirs any more.
                    values.has(Expiry.PICTURES_EXPIRE_AT)
                            ? values.instant(Expiry.PICTURES_EXPIRE_AT)
                            : values.instant("receivedAt"),
                    values.string("policyHash"),
                    values.has(CORRECTIONS) ? values.list(CORRECTIONS, Correction.class) : List.of()));

    private ReadSchema() {}

    private static AttributeConverter<Candidate> candidate() {
        return Converters.part(SchemaBuilder.part("read.candidates", Candidate.class)
                .with("plate", Converters.plate(), Candidate::plate)
                .with("confidence", Converters.confidence(), Candidate::confidence)
                .with("characters", Converters.list(Converters.confidence()), Candidate::characters)
                .build(values -> new Candidate(
                        values.get("plate", Plate.class),
                        values.get("confidence", Confidence.class),
                        values.list("characters", Confidence.class))));
    }

    static AttributeConverter<Correction> correction() {
        return Converters.part(SchemaBuilder.part("read.corrections", Correction.class)
                .string("correctionId", Correction::correctionId)
                .string("plateKey", correction -> correction.plateKey().value())
                .with("plate", Converters.plate(), Correction::plate)
                .string("state", Correction::state)
                .string("reason", Correction::reason)
                .string("personId", Correction::personId)
                .instant("at", Correction::at)
                .string("entryId", Correction::entryId)
                .build(values -> new Correction(
                        values.string("correctionId"),
                        values.parse("plateKey", PlateKey::new),
                        values.get("plate", Plate.class),
                        values.find("state", String.class),
                        values.string("reason"),
                        values.string("personId"),
                        values.instant("at"),
                        values.string("entryId"))));
    }

    static AttributeConverter<RetentionClass> retentionClass() {
        return Converters.text(
                RetentionClass.class,
                retention -> retention.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                word -> RetentionClass.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
}
