package passby.aws.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import passby.aws.hit.AlertMessage;
import passby.aws.json.Failure;
import passby.aws.json.JsonObject;
import passby.core.delivery.Notice;
import passby.core.delivery.Sending;
import passby.core.delivery.Webhook;
import passby.core.delivery.WebhookSignature;
import passby.core.delivery.Webhooks;

/**
 * Calls webhooks as Standard Webhooks 1.0 has it: JSON whose id, second and body are signed. Every answer below 300 takes an
 * alert; 410 wants none; anything else, a redirection too, is tried again.
 */
public final class SignedWebhooks implements Webhooks {
    /** By which a receiver of several subscriptions knows which secret to take. */
    public static final String SUBSCRIPTION = "passby-subscription";

    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    private static final Logger LOG = LoggerFactory.getLogger(SignedWebhooks.class);
    private static final int GONE = 410;

    private final Outside outside;
    private final Clock clock;

    public SignedWebhooks(Outside outside, Clock clock) {
        this.outside = outside;
        this.clock = clock;
    }

    @Override
    public Sending send(String subscriptionId, Webhook webhook, Notice notice) {
        var now = clock.instant();
        var body = body(notice).getBytes(StandardCharsets.UTF_8);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "passby-webhook/1");
        headers.put(SUBSCRIPTION, subscriptionId);
        headers.put(ID, notice.id());
        headers.put(TIMESTAMP, Long.toString(now.getEpochSecond()));
        headers.put(SIGNATURE, WebhookSignature.sign(webhook.secret().bytes(), notice.id(), now, body));
        try {
            return sending(subscriptionId, outside.post(webhook.url().uri(), headers, body));
        } catch (IOException e) {
            LOG.warn("Webhook {} did not answer: {}", subscriptionId, Failure.describe(e));
            return Sending.FAILED;
        }
    }

    private static Sending sending(String subscriptionId, int status) {
        if (status >= 200 && status < 300) {
            return Sending.SENT;
        }
        LOG.warn("Webhook {} answered {}.", subscriptionId, status);
        return status == GONE ? Sending.REFUSED : Sending.FAILED;
    }

    private static String body(Notice notice) {
        return switch (notice) {
            case Notice.Confirmation(var subscriptionId, var code) ->
                new JsonObject()
                        .with("v", 1)
                        .with("type", "confirmation")
                        .with("subscriptionId", subscriptionId)
                        .with("code", code)
                        .string();
            case Notice.EntryEnds ends ->
                new JsonObject()
                        .with("v", 1)
                        .with("type", "entry-ends")
                        .with("recordId", ends.recordId())
                        .with("leftSeconds", ends.left().toSeconds())
                        .string();
            case Notice.OfHit(var alert) -> AlertMessage.write(alert);
        };
    }
}
