package passby.aws.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;

/** When a message that is not deleted comes back. */
public interface MessageVisibility {
    /** @param after from now, in whole seconds */
    void comeBack(SQSMessage message, Duration after);
}
