package passby.aws.evidence;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import passby.aws.json.JsonObject;
import passby.core.evidence.Holds;

/**
 * Tells an administrator how many holds are open, and nothing of them: {@code {"open":2}}. Keys let no administrator look into the table,
 * and {@code scripts/destroy} must know.
 */
public final class CountHoldsHandler implements RequestStreamHandler {
    private final Holds holds;

    public CountHoldsHandler(Holds holds) {
        this.holds = holds;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var open = holds.open().size();
        output.write(new JsonObject().with("open", open).string().getBytes(StandardCharsets.UTF_8));
    }
}
