package passby.aws.people;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import passby.aws.json.EventJson;
import passby.aws.lambda.WarmUp;
import passby.core.people.GuardSignIns;

/**
 * What the pool of officers asks before an attempt to sign in, and tells after one that succeeded. An event is answered by itself; an
 * exception refuses the attempt, and its message stands on the page, so it says nothing about the account. Whoever the pool does not
 * know has nothing to count: the pool refuses them itself, and answers strangers as it answers everybody.
 *
 * <p>Source: Amazon Cognito Developer Guide, "Pre authentication Lambda trigger" and "Post authentication Lambda trigger".
 */
public final class SignInHandler implements RequestStreamHandler {
    private static final String BEFORE = "PreAuthentication_Authentication";
    private static final String AFTER = "PostAuthentication_Authentication";

    private final GuardSignIns guard;

    public SignInHandler(GuardSignIns guard) {
        this.guard = guard;
    }

    /** The attempt does not begin. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused() {
            super("Try again in 15 minutes.");
        }
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var event = input.readAllBytes();
        var members = EventJson.object(event).orElseThrow(() -> new IllegalArgumentException("no event of a pool"));
        if (WarmUp.is(members)) {
            output.write(WarmUp.answer());
            return;
        }
        handle(members);
        output.write(event);
    }

    private void handle(Map<String, Object> event) {
        var request = EventJson.object(event, "request");
        if (Boolean.TRUE.equals(request.get("userNotFound"))) {
            return;
        }
        var person = EventJson.string(EventJson.object(request, "userAttributes"), "sub")
                .orElseThrow(() -> new IllegalArgumentException("an event that names nobody"));
        switch (EventJson.string(event, "triggerSource").orElse("")) {
            case BEFORE -> {
                if (!guard.mayTry(person)) {
                    throw new Refused();
                }
            }
            case AFTER -> guard.succeeded(person);
            default -> throw new IllegalArgumentException("an event that nobody asked for");
        }
    }
}
