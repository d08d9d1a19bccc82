package passby.local.city;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import passby.aws.delivery.SignedWebhooks;
import passby.core.delivery.Subscription;
import passby.core.delivery.Subscriptions;
import passby.core.delivery.Webhook;
import passby.core.delivery.WebhookSecret;
import passby.core.delivery.WebhookSignature;
import passby.local.engine.Delivered;

/**
 * Stands in for a system of the city's: takes what its webhook is sent and tells what it got, after the checks that every
 * receiver has to make. It takes a subscription's secret from the city, in whose process it runs; a real one was given the
 * secret once.
 */
final class WebhookReceiver implements HttpHandler {
    static final String PATH = "/stand-in/webhook";

    private static final int LARGEST = 64 << 10;

    private final Subscriptions subscriptions;
    private final Clock clock;
    private final Consumer<Delivered> delivered;
    private final Set<String> seen = new HashSet<>();

    WebhookReceiver(Subscriptions subscriptions, Clock clock, Consumer<Delivered> delivered) {
        this.subscriptions = subscriptions;
        this.clock = clock;
        this.delivered = delivered;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readNBytes(LARGEST);
            exchange.sendResponseHeaders(take(exchange, body), -1);
        }
    }

    private synchronized int take(HttpExchange exchange, byte[] body) {
        var id = header(exchange, SignedWebhooks.ID);
        var subscription = header(exchange, SignedWebhooks.SUBSCRIPTION);
        var valid = secret(subscription)
                .filter(secret -> WebhookSignature.isValid(
                        secret.bytes(),
                        id,
                        header(exchange, SignedWebhooks.TIMESTAMP),
                        header(exchange, SignedWebhooks.SIGNATURE),
                        body,
                        clock.instant()))
                .isPresent();
        if (!valid) {
            return 401;
        }
        if (seen.add(id)) {
            delivered.accept(new Delivered("WEBHOOK", subscription, new String(body, StandardCharsets.UTF_8)));
        }
        return 204;
    }

    private Optional<WebhookSecret> secret(String subscriptionId) {
        return subscriptions.of(Subscription.CITY).stream()
                .filter(subscription -> subscription.subscriptionId().equals(subscriptionId))
                .flatMap(subscription ->
                        subscription.address() instanceof Webhook webhook ? Stream.of(webhook.secret()) : Stream.of())
                .findFirst();
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }
}
