package passby.aws.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import passby.aws.json.Failure;
import passby.aws.json.JsonObject;
import passby.core.delivery.Browser;
import passby.core.delivery.Notice;
import passby.core.delivery.PushEncryption;
import passby.core.delivery.PushTokens;
import passby.core.delivery.Pushes;
import passby.core.delivery.Sending;
import passby.core.delivery.Subscription;
import passby.core.id.Entropy;

/**
 * Hands messages to push services, encrypted for the browser and signed by the city. What a browser gets is JSON:
 * {@code v}, {@code type}, {@code title} and {@code body} to show, {@code tag} by which a second copy replaces the first, and
 * what the app needs to go on.
 *
 * <p>Source: RFC 8030, sections 5 and 7.3 (a subscription that is no more answers 410, some services 404).
 */
public final class EncryptedPushes implements Pushes {
    /** A car is somewhere else by then; the list of hits shows it still. */
    static final Duration ALERT_LIFE = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(EncryptedPushes.class);
    private static final int GONE = 410;
    private static final int NOT_FOUND = 404;

    private final Outside outside;
    private final PushTokens tokens;
    private final Entropy entropy;

    public EncryptedPushes(Outside outside, PushTokens tokens, Entropy entropy) {
        this.outside = outside;
        this.tokens = tokens;
        this.entropy = entropy;
    }

    @Override
    public Sending send(Browser browser, Notice notice) {
        var text = body(notice).getBytes(StandardCharsets.UTF_8);
        var once = P256Pairs.drawn(entropy);
        var body = PushEncryption.encrypt(text, browser, once, entropy.bytes(PushEncryption.SALT_BYTES));
        try {
            return sending(browser, outside.post(browser.endpoint().uri(), headers(browser, notice), body));
        } catch (IOException e) {
            LOG.warn("{} did not answer: {}", browser, Failure.describe(e));
            return Sending.FAILED;
        }
    }

    private Map<String, String> headers(Browser browser, Notice notice) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/octet-stream");
        headers.put("Content-Encoding", "aes128gcm");
        headers.put("TTL", Long.toString(life(notice).toSeconds()));
        headers.put("Urgency", notice instanceof Notice.OfHit ? "high" : "normal");
        headers.put("Authorization", tokens.authorization(browser.endpoint()));
        return headers;
    }

    private static Duration life(Notice notice) {
        return switch (notice) {
            case Notice.Confirmation _ -> Subscription.CONFIRMATION;
            case Notice.EntryEnds ends -> ends.left();
            case Notice.OfHit _ -> ALERT_LIFE;
        };
    }

    private static Sending sending(Browser browser, int status) {
        if (status >= 200 && status < 300) {
            return Sending.SENT;
        }
        LOG.warn("{} answered {}.", browser, status);
        return status == GONE || status == NOT_FOUND ? Sending.GONE : Sending.FAILED;
    }

    private static String body(Notice notice) {
        var json = new JsonObject().with("v", 1).with("type", type(notice)).with("title", "Passby");
        var shown = json.with("body", notice.text()).with("tag", notice.id());
        return (switch (notice) {
                    case Notice.Confirmation(var subscriptionId, var code) ->
                        shown.with("subscriptionId", subscriptionId).with("code", code);
                    case Notice.EntryEnds ends -> shown.with("recordId", ends.recordId());
                    case Notice.OfHit(var alert) ->
                        shown.with("hitId", alert.hitId().value());
                })
                .string();
    }

    private static String type(Notice notice) {
        return switch (notice) {
            case Notice.Confirmation _ -> "confirmation";
            case Notice.EntryEnds _ -> "entry-ends";
            case Notice.OfHit _ -> "alert";
        };
    }
}
