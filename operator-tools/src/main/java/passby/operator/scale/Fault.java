package passby.operator.scale;

import java.util.Arrays;
import java.util.Optional;

/** What goes wrong for half an hour, from the middle of the simulated time. */
enum Fault {
    REKOGNITION_DOWN("rekognition-down"),
    RECOGNIZER_DOWN("recognizer-down"),
    /** Every table takes half of what it took before. */
    TABLES_THROTTLE("tables-throttle"),
    /** S3 and SQS deliver every message twice. */
    MESSAGES_DOUBLE("messages-double"),
    /** No camera reaches the city; afterwards all send what they kept. */
    CAMERAS_CUT_OFF("cameras-cut-off");

    static final int SECONDS = 1_800;

    private final String code;

    Fault(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<Fault> parse(String code) {
        return Arrays.stream(values()).filter(fault -> fault.code.equals(code)).findFirst();
    }
}
