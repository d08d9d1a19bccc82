package passby.aws.read;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.Plate;
import passby.core.plate.VehicleColour;
import passby.core.read.Read;
import passby.core.testing.ARead;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What passby.operator.cost.Row bills. Source of the sizes: Amazon DynamoDB Developer Guide, "DynamoDB item sizes and formats". */
final class RowSizesTest {
    private static final int KB = 1024;
    private static final int MAX_CANDIDATES = 5;

    private final Read read =
            full(ARead.of("01JD0000000000000000000000", "7ABC123", NOW).build());

    private static Read full(Read read) {
        var confidences = Collections.nCopies(7, new Confidence(0.9731));
        var candidate = new Candidate(new Plate("7ABC123"), new Confidence(0.9731), confidences);
        return new Read(
                read.readId(),
                read.plateKey(),
                read.uploadId(),
                read.passId(),
                read.frameSha256(),
                read.cameraId(),
                read.capturedAt(),
                read.receivedAt(),
                read.storedAt(),
                read.skewed(),
                read.position(),
                read.heading(),
                read.engine(),
                Collections.nCopies(MAX_CANDIDATES, candidate),
                read.state(),
                new VehicleColour.Seen(VehicleColour.Name.YELLOW, new Confidence(0.8731)),
                read.pictures(),
                read.retentionClass(),
                read.holds(),
                read.expiresAt(),
                read.picturesExpireAt(),
                read.policyHash(),
                List.of());
    }

    private static int size(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(entry -> bytes(entry.getKey()) + size(entry.getValue()))
                .sum();
    }

    private static int size(AttributeValue value) {
        return switch (value.type()) {
            case S -> bytes(value.s());
            case N -> (value.n().replaceAll("[.-]", "").length() + 1) / 2 + 1;
            case BOOL, NUL -> 1;
            case SS -> value.ss().stream().mapToInt(RowSizesTest::bytes).sum();
            case L ->
                3 + value.l().stream().mapToInt(element -> 1 + size(element)).sum();
            case M -> 3 + value.m().size() + size(value.m());
            case B, NS, BS, UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("not expected in these rows");
        };
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void aFullReadIsWrittenInTwoUnits() {
        assertThat(size(ReadSchema.ROW.itemToMap(read, true))).isBetween(KB + 1, 2 * KB);
    }

    @Test
    void aFrameOfOneReadIsWrittenInOneUnit() {
        assertThat(size(FrameSchema.ROW.itemToMap(ARead.frame(List.of(read), List.of()), true)))
                .isBetween(KB / 4, KB);
    }
}
