package passby.aws.delivery;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Values;
import passby.aws.dynamodb.Writes;
import passby.aws.ledger.DynamoDbChanges;
import passby.core.delivery.Address;
import passby.core.delivery.AlertFilter;
import passby.core.delivery.Browser;
import passby.core.delivery.EmailAddress;
import passby.core.delivery.PhoneNumber;
import passby.core.delivery.PushEndpoint;
import passby.core.delivery.QuietHours;
import passby.core.delivery.Subscription;
import passby.core.delivery.Subscriptions;
import passby.core.delivery.Webhook;
import passby.core.delivery.WebhookSecret;
import passby.core.delivery.WebhookUrl;
import passby.core.hotlist.Category;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Subscriptions, one row each beside the others of their person, format version 1. */
public final class DynamoDbSubscriptions implements Subscriptions {
    private static final TableSchema<Subscription> ROW = Expiry.add(
                    SchemaBuilder.row(Tables.SUBSCRIPTIONS, "subscription", 1, Subscription.class),
                    Subscription::expiresAt,
                    subscription -> subscription.personId() + "#" + subscription.subscriptionId())
            .keys(subscription -> Tables.SUBSCRIPTIONS.key(subscription.personId(), subscription.subscriptionId()))
            .string("number", subscription -> subscription.address() instanceof PhoneNumber(var number) ? number : null)
            .string("email", subscription -> subscription.address() instanceof EmailAddress(var email) ? email : null)
            .string(
                    "pushEndpoint",
                    subscription ->
                            browser(subscription, shown -> shown.endpoint().value()))
            .string("pushKey", subscription -> browser(subscription, Browser::p256dh))
            .string("pushAuth", subscription -> browser(subscription, Browser::auth))
            .string(
                    "webhook",
                    subscription -> subscription.address() instanceof Webhook webhook
                            ? webhook.url().value()
                            : null)
            .string(
                    "webhookSecret",
                    subscription -> subscription.address() instanceof Webhook webhook
                            ? webhook.secret().value()
                            : null)
            .strings("categories", DynamoDbSubscriptions::categories)
            .strings("zones", subscription -> subscription.filter().zones())
            .string("quietFrom", subscription -> quiet(subscription, Part.FROM))
            .string("quietTo", subscription -> quiet(subscription, Part.TO))
            .string("quietTimeZone", subscription -> quiet(subscription, Part.TIME_ZONE))
            .string("confirmationCode", Subscription::confirmationCode)
            .bool("confirmed", Subscription::confirmed)
            .build(values -> new Subscription(
                    values.string("personId"),
                    values.string("subscriptionId"),
                    address(values),
                    new AlertFilter(categories(values), values.strings("zones"), quietHours(values)),
                    values.string("confirmationCode"),
                    values.bool("confirmed"),
                    values.instant(Expiry.EXPIRES_AT)));

    private enum Part {
        FROM,
        TO,
        TIME_ZONE
    }

    private final DynamoDbTable<Subscription> subscriptions;
    private final DynamoDbChanges changes;

    public DynamoDbSubscriptions(DynamoDbClient client, Tables tables, DynamoDbChanges changes) {
        this.subscriptions = tables.mapped(client, Tables.SUBSCRIPTIONS, ROW);
        this.changes = changes;
    }

    @Override
    public List<Subscription> of(String personId) {
        var person = QueryConditional.keyEqualTo(key -> key.partitionValue(personId));
        return subscriptions.query(query -> query.queryConditional(person).consistentRead(true)).items().stream()
                .toList();
    }

    /** Every confirmed one: a city has as many as it has officers with telephones and browsers, so all of them are read. */
    List<Subscription> confirmed() {
        return subscriptions.scan(scan -> scan.consistentRead(true)).items().stream()
                .filter(Subscription::confirmed)
                .toList();
    }

    @Override
    public Commit add(Subscription subscription, Entry entry) {
        return changes.commit(List.of(Writes.putNew(subscriptions, subscription)), entry);
    }

    @Override
    public Commit replace(Subscription before, Subscription after, Entry entry) {
        return changes.commit(List.of(Writes.replaceWhole(subscriptions, after, before)), entry);
    }

    /** One that is purged meanwhile is not written again. */
    @Override
    public void endAll(String personId, Instant now) {
        for (var subscription : of(personId)) {
            if (subscription.isLive(now)) {
                end(subscription.ended(now));
            }
        }
    }

    private void end(Subscription ended) {
        try {
            subscriptions.putItem(put -> put.item(ended).conditionExpression(Writes.hasKey(subscriptions)));
        } catch (ConditionalCheckFailedException e) {
            // It is gone, which is what was wanted.
        }
    }

    private static @Nullable String browser(Subscription subscription, Function<Browser, String> part) {
        return subscription.address() instanceof Browser browser ? part.apply(browser) : null;
    }

    private static Address address(Values values) {
        if (values.has("pushEndpoint")) {
            return new Browser(
                    values.parse("pushEndpoint", PushEndpoint::new),
                    values.string("pushKey"),
                    values.string("pushAuth"));
        }
        if (values.has("email")) {
            return values.parse("email", EmailAddress::new);
        }
        return values.has("webhook")
                ? new Webhook(
                        values.parse("webhook", WebhookUrl::new), values.parse("webhookSecret", WebhookSecret::new))
                : values.parse("number", PhoneNumber::new);
    }

    private static Set<String> categories(Subscription subscription) {
        return subscription.filter().categories().stream().map(Category::code).collect(Collectors.toSet());
    }

    private static Set<Category> categories(Values values) {
        return values.strings("categories").stream()
                .map(code -> Category.parse(code).orElseThrow(IllegalArgumentException::new))
                .collect(Collectors.toSet());
    }

    private static @Nullable String quiet(Subscription subscription, Part part) {
        var hours = subscription.filter().quietHours();
        if (hours == null) {
            return null;
        }
        return switch (part) {
            case FROM -> hours.from().toString();
            case TO -> hours.to().toString();
            case TIME_ZONE -> hours.timeZone().getId();
        };
    }

    private static @Nullable QuietHours quietHours(Values values) {
        return values.has("quietFrom")
                ? new QuietHours(
                        values.parse("quietFrom", LocalTime::parse),
                        values.parse("quietTo", LocalTime::parse),
                        values.parse("quietTimeZone", ZoneId::of))
                : null;
    }
}
