package passby.aws.delivery;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import java.util.Map;
import passby.aws.api.AlertFunctions;
import passby.aws.http.Answer;
import passby.aws.http.ApiEndpoint;
import passby.aws.http.Authentication;
import passby.aws.http.Request;
import passby.aws.json.JsonObject;
import passby.aws.lambda.ApiHandler;
import passby.core.delivery.Browser;
import passby.core.delivery.EmailAddress;
import passby.core.delivery.ManageSubscriptions;
import passby.core.delivery.PhoneNumber;
import passby.core.delivery.PushSigner;
import passby.core.delivery.PushToken;
import passby.core.delivery.QuietHours;
import passby.core.delivery.Subscription;
import passby.core.delivery.Webhook;
import passby.core.hotlist.Category;
import passby.core.ledger.Counters;
import passby.core.people.Caller;

/**
 * An officer's own subscriptions to alerts, and the city's. No answer repeats a number: its owner knows it by its last two
 * digits, a mailbox by its first letter and domain, and a browser by its push service. The secret of a webhook is answered once.
 * Beside the list stands the key under which a browser subscribes ({@code applicationServerKey}).
 */
public final class SubscriptionsHandler implements ApiHandler {
    private final ManageSubscriptions manageSubscriptions;
    private final PushSigner pushSigner;
    private final ApiEndpoint<Caller> edge;

    public SubscriptionsHandler(
            Authentication<Caller> people,
            ManageSubscriptions manageSubscriptions,
            PushSigner pushSigner,
            Counters counters,
            Clock clock) {
        this.manageSubscriptions = manageSubscriptions;
        this.pushSigner = pushSigner;
        this.edge = new ApiEndpoint<>(
                AlertFunctions.SUBSCRIPTIONS,
                people,
                Map.of(
                        "subscribeToAlerts", this::subscribe,
                        "listSubscriptions", this::list,
                        "confirmSubscription", this::confirm,
                        "endSubscription", this::end),
                counters,
                clock);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return edge.handle(event);
    }

    private Answer subscribe(Caller caller, Request request) {
        return Answer.of(
                manageSubscriptions.subscribe(caller, request.body()),
                (subscription, accepted) ->
                        Answer.created(withSecret(subscription).with(accepted)));
    }

    private static JsonObject withSecret(Subscription subscription) {
        var json = json(subscription);
        return switch (subscription.address()) {
            case PhoneNumber _, Browser _, EmailAddress _ -> json;
            case Webhook webhook -> json.with("signingSecret", webhook.secret().value());
        };
    }

    private Answer list(Caller caller, Request request) {
        return Answer.of(
                manageSubscriptions.list(caller),
                (subscriptions, accepted) -> Answer.ok(new JsonObject()
                        .with(
                                "subscriptions",
                                subscriptions.stream()
                                        .map(SubscriptionsHandler::json)
                                        .toList())
                        .with("pushKey", PushToken.base64(pushSigner.publicKey()))
                        .with(accepted)));
    }

    private Answer confirm(Caller caller, Request request) {
        return Answer.of(
                manageSubscriptions.confirm(caller, request.parameter("subscriptionId"), request.body()),
                (subscription, accepted) -> Answer.ok(json(subscription).with(accepted)));
    }

    private Answer end(Caller caller, Request request) {
        return Answer.of(
                manageSubscriptions.end(caller, request.parameter("subscriptionId")),
                (subscription, accepted) -> Answer.ok(json(subscription).with(accepted)));
    }

    private static JsonObject json(Subscription subscription) {
        var filter = subscription.filter();
        var named = new JsonObject().with("subscriptionId", subscription.subscriptionId());
        var json = (switch (subscription.address()) {
                    case PhoneNumber number -> named.with("numberEnding", number.ending());
                    case EmailAddress mailbox -> named.with("emailHint", mailbox.hint());
                    case Browser browser ->
                        named.with("pushService", browser.endpoint().host());
                    case Webhook webhook -> named.with("webhook", webhook.url().value());
                })
                .with(
                        "categories",
                        filter.categories().stream()
                                .map(Category::code)
                                .sorted()
                                .toList())
                .with("zones", filter.zones().stream().sorted().toList())
                .with("confirmed", subscription.confirmed())
                .with("expiresAt", subscription.expiresAt());
        var hours = filter.quietHours();
        return hours == null ? json : json.with("quietHours", json(hours));
    }

    private static JsonObject json(QuietHours hours) {
        return new JsonObject()
                .with("from", hours.from().toString())
                .with("to", hours.to().toString())
                .with("timeZone", hours.timeZone().getId());
    }
}
