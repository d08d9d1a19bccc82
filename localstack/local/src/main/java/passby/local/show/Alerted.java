package passby.local.show;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import passby.local.engine.Published;

/** Reads the message of an alert as a subscriber would. */
public final class Alerted {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Alerted() {}

    public static String hitId(Published published) {
        try {
            return JSON.readTree(published.message()).required("hitId").asText();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
