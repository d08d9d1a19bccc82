package passby.aws.delivery;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Calls systems that are not the city's own, and believes nothing of what they answer but the status. */
public interface Outside {
    /**
     * Posts once, and follows no redirection.
     *
     * @return the status that was answered
     * @throws IOException when there was no answer in time, or the address may not be called
     */
    int post(URI address, Map<String, String> headers, byte[] body) throws IOException;
}
