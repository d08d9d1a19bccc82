package passby.core.delivery;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.id.Entropy;
import passby.core.id.Ulids;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.people.Role;
import passby.core.policy.Action;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Result;

/**
 * An officer's own subscriptions to alerts, and the city's, which Program Managers set. An address gets one message with a
 * code, and alerts only after the code came back, so that nobody subscribes another's. Nobody sees or changes the
 * subscriptions of other people.
 */
public final class ManageSubscriptions {
    /** At once, for each person, and for the city. */
    public static final int MOST = 5;

    private static final String OPERATORS = "Operators subscribe telephones, browsers and mailboxes.";
    private static final String NO_EMAIL = "This city sends no e-mail: its administrator has named no sender.";
    private static final int CODE_DIGITS = 8;
    private static final Pattern CODE = Pattern.compile("[0-9]{" + CODE_DIGITS + "}");
    private static final String AT_THE_SAME_MOMENT = "This subscription was changed at the same moment. Try again.";

    private final Authorizer authorizer;
    private final Subscriptions subscriptions;
    private final Channels channels;
    private final Entropy entropy;
    private final Ulids ids;
    private final Clock clock;

    public ManageSubscriptions(
            Authorizer authorizer,
            Subscriptions subscriptions,
            Channels channels,
            Entropy entropy,
            Ulids ids,
            Clock clock) {
        this.authorizer = authorizer;
        this.subscriptions = subscriptions;
        this.channels = channels;
        this.entropy = entropy;
        this.ids = ids;
        this.clock = clock;
    }

    public Result<Subscription> subscribe(Caller caller, Form body) {
        return authorizer.handle(
                Action.SUBSCRIBE_TO_ALERTS,
                EntryType.ALERTS_SUBSCRIBED,
                caller,
                request -> request.check(SubscriptionForm.parse(body), form -> subscribe(request, form)));
    }

    private Result<Subscription> subscribe(AuthorizedRequest request, SubscriptionForm form) {
        var person = request.caller().person();
        return switch (form.place()) {
            case SubscriptionForm.Place.Telephone(var number) ->
                person.roles().contains(Role.OPERATOR)
                        ? subscribe(request, person.personId(), "number", number, form.filter())
                        : denied(request, OPERATORS);
            case SubscriptionForm.Place.Installed(var browser) ->
                person.roles().contains(Role.OPERATOR)
                        ? subscribe(request, person.personId(), "webPush", browser, form.filter())
                        : denied(request, OPERATORS);
            case SubscriptionForm.Place.Mailbox _ when !channels.emails().isConfigured() -> denied(request, NO_EMAIL);
            case SubscriptionForm.Place.Mailbox(var address) ->
                person.roles().contains(Role.OPERATOR)
                        ? subscribe(request, person.personId(), "email", address, form.filter())
                        : denied(request, OPERATORS);
            case SubscriptionForm.Place.Receiver(var url) ->
                person.roles().contains(Role.PROGRAM_MANAGER)
                        ? subscribe(
                                request,
                                Subscription.CITY,
                                "webhook",
                                new Webhook(url, WebhookSecret.drawn(entropy)),
                                form.filter())
                        : denied(request, "The Program Manager sets the city's webhooks.");
        };
    }

    /** A telephone, browser or mailbox is an officer's; where the whole city's alerts go is for the Program Manager to say. */
    private static Result<Subscription> denied(AuthorizedRequest request, String reason) {
        return request.refuse(new Refusal.Denied(List.of(reason)));
    }

    private Result<Subscription> subscribe(
            AuthorizedRequest request, String owner, String field, Address address, AlertFilter filter) {
        if (live(owner).size() >= MOST) {
            return request.invalid(
                    List.of(new Problem(field, "out-of-range", "at most " + MOST + " subscriptions: end one before")));
        }
        var subscription = new Subscription(
                owner,
                ids.next(),
                address,
                filter,
                code(),
                false,
                clock.instant().plus(Subscription.CONFIRMATION));
        var result = request.about(about(subscription))
                .change(subscription, entry -> subscriptions.add(subscription, entry), AT_THE_SAME_MOMENT);
        if (result instanceof Result.Done<Subscription>) {
            channels.send(
                    subscription,
                    new Notice.Confirmation(subscription.subscriptionId(), subscription.confirmationCode()));
        }
        return result;
    }

    /** A number, browser or mailbox is personal data and stays out of the ledger; where the city's alerts go belongs in it. */
    private static Map<Field, String> about(Subscription subscription) {
        return switch (subscription.address()) {
            case PhoneNumber _, Browser _, EmailAddress _ -> Map.of(Field.SUBJECT, subscription.subscriptionId());
            case Webhook webhook ->
                Map.of(
                        Field.SUBJECT,
                        subscription.subscriptionId(),
                        Field.AFTER,
                        webhook.url().value());
        };
    }

    private String code() {
        var number = new BigInteger(1, entropy.bytes(16)).mod(BigInteger.TEN.pow(CODE_DIGITS));
        return String.format("%0" + CODE_DIGITS + "d", number);
    }

    public Result<Subscription> confirm(Caller caller, String subscriptionId, Form body) {
        return authorizer.handle(Action.CONFIRM_SUBSCRIPTION, EntryType.SUBSCRIPTION_CONFIRMED, caller, authorized -> {
            var request = authorized.about(Field.SUBJECT, subscriptionId);
            var code = body.string("code", CODE, CODE_DIGITS + " digits");
            return request.check(
                    body.checked(() -> code),
                    sent -> find(caller, subscriptionId)
                            .map(found -> confirm(request, found, sent))
                            .orElseGet(request::notFound));
        });
    }

    private Result<Subscription> confirm(AuthorizedRequest request, Subscription found, String code) {
        if (!isSame(found.confirmationCode(), code)) {
            return request.invalid(List.of(new Problem("code", "malformed", "the code that was sent")));
        }
        if (found.confirmed()) {
            return request.answer(found);
        }
        var confirmed = found.confirmed(clock.instant());
        return request.change(confirmed, entry -> subscriptions.replace(found, confirmed, entry), AT_THE_SAME_MOMENT);
    }

    /** In constant time. */
    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    public Result<List<Subscription>> list(Caller caller) {
        return authorizer.handle(
                Action.LIST_SUBSCRIPTIONS,
                EntryType.SUBSCRIPTIONS_LISTED,
                caller,
                request -> request.answer(visible(caller)));
    }

    public Result<Subscription> end(Caller caller, String subscriptionId) {
        return authorizer.handle(Action.END_SUBSCRIPTION, EntryType.SUBSCRIPTION_ENDED, caller, authorized -> {
            var request = authorized.about(Field.SUBJECT, subscriptionId);
            return find(caller, subscriptionId)
                    .map(found -> end(request, found))
                    .orElseGet(request::notFound);
        });
    }

    private Result<Subscription> end(AuthorizedRequest request, Subscription found) {
        var ended = found.ended(clock.instant());
        return request.change(ended, entry -> subscriptions.replace(found, ended, entry), AT_THE_SAME_MOMENT);
    }

    private Optional<Subscription> find(Caller caller, String subscriptionId) {
        return visible(caller).stream()
                .filter(subscription -> subscription.subscriptionId().equals(subscriptionId))
                .findFirst();
    }

    /** One's own, and for a Program Manager the city's. */
    private List<Subscription> visible(Caller caller) {
        var visible = new ArrayList<>(live(caller.person().personId()));
        if (caller.person().roles().contains(Role.PROGRAM_MANAGER)) {
            visible.addAll(live(Subscription.CITY));
        }
        return visible;
    }

    private List<Subscription> live(String personId) {
        var now = clock.instant();
        return subscriptions.of(personId).stream()
                .filter(subscription -> subscription.isLive(now))
                .toList();
    }
}
