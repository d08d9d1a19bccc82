package passby.aws.wiring;

import java.util.concurrent.Executor;
import passby.aws.api.Setting;
import passby.aws.delivery.EncryptedPushes;
import passby.aws.delivery.SignedWebhooks;
import passby.aws.delivery.SnsTextMessages;
import passby.aws.hit.SnsAlerts;
import passby.aws.lambda.RetryLater;
import passby.core.delivery.AlertReach;
import passby.core.delivery.Channels;
import passby.core.delivery.DeliverAlerts;
import passby.core.delivery.EndsGoneAddresses;
import passby.core.delivery.ManageSubscriptions;
import passby.core.delivery.PushSigner;
import passby.core.delivery.PushTokens;
import passby.core.delivery.Recipients;
import passby.core.delivery.Subscriptions;
import passby.core.delivery.WatchEntries;
import passby.core.hit.EscalateHits;
import passby.core.hit.ExpireConfirmations;
import passby.core.hit.FinishRejections;
import passby.core.hit.HandleHits;
import passby.core.hit.PublishAlerts;
import passby.core.quality.CountVerdicts;
import passby.core.retention.Timing;

/** Use cases of hits and of the alerts that tell them. */
public final class AlertWiring {
    private final Wiring wiring;

    AlertWiring(Wiring wiring) {
        this.wiring = wiring;
    }

    public HandleHits handleHits() {
        return new HandleHits(
                wiring.authorizer(),
                wiring.stores().hits(),
                wiring.pictures(),
                new CountVerdicts(wiring.stores().frames(), wiring.stores().readingCounts(), wiring.clock()),
                wiring.clock());
    }

    public ExpireConfirmations expireConfirmations() {
        return new ExpireConfirmations(
                wiring.stores().hits(),
                wiring.entries(),
                () -> wiring.policy().current().hash(),
                wiring.clock());
    }

    public FinishRejections finishRejections() {
        return new FinishRejections(
                wiring.stores().hits(), wiring.stores().hits(), wiring.policy()::current, wiring.clock());
    }

    public PublishAlerts publishAlerts() {
        var alerts = new Lazy<>(
                () -> new SnsAlerts(wiring.services().sns(), wiring.settings().string(Setting.ALERTS)));
        return new PublishAlerts(
                wiring.stores().hits(),
                wiring.stores().outbox(),
                wiring.stores().cameras(),
                alert -> alerts.get().publish(alert),
                wiring.stores().alertLatencies(),
                wiring.clock());
    }

    public EscalateHits escalateHits() {
        return new EscalateHits(
                wiring.stores().hits(), publishAlerts(), wiring.entries(), wiring.policy()::current, wiring.clock());
    }

    public AlertReach alertReach() {
        return new AlertReach(wiring.stores().watermarks(), wiring.clock());
    }

    public Recipients recipients() {
        return wiring.stores().recipients();
    }

    public DeliverAlerts deliverAlerts(Executor threads) {
        return deliverTo(DeliverAlerts.Audience.OFFICERS, threads);
    }

    public DeliverAlerts callWebhooks(Executor threads) {
        return deliverTo(DeliverAlerts.Audience.SYSTEMS, threads);
    }

    private DeliverAlerts deliverTo(DeliverAlerts.Audience audience, Executor threads) {
        return new DeliverAlerts(
                wiring.stores().recipients(),
                wiring.stores().people(),
                (personId, at) -> wiring.stores().duties().find(personId).flatMap(hours -> hours.knownAt(at)),
                channels(),
                gone(),
                alertReach(),
                audience,
                threads,
                wiring.clock());
    }

    private EndsGoneAddresses gone() {
        return new EndsGoneAddresses(
                wiring.stores().subscriptions(),
                wiring.entries(),
                () -> wiring.policy().current().hash(),
                wiring.clock());
    }

    public RetryLater alertPace() {
        return new RetryLater(wiring.visibility(Setting.ALERTS_QUEUE), Timing::alertRetryAfter);
    }

    public RetryLater webhookPace() {
        return new RetryLater(wiring.visibility(Setting.WEBHOOKS_QUEUE), Timing::webhookRetryAfter);
    }

    public ManageSubscriptions manageSubscriptions() {
        return new ManageSubscriptions(
                wiring.authorizer(),
                wiring.stores().subscriptions(),
                channels(),
                wiring.entropy(),
                wiring.ids(),
                wiring.clock());
    }

    public WatchEntries watchEntries() {
        return new WatchEntries(
                wiring.stores().hotLists(),
                wiring.stores().subscriptions(),
                channels(),
                wiring.stores().watermarks(),
                wiring.counters(),
                wiring.entries(),
                wiring.policy()::current,
                wiring.clock());
    }

    public Subscriptions subscriptions() {
        return wiring.stores().subscriptions();
    }

    public PushSigner pushSigner() {
        return wiring.services().pushSigner();
    }

    private Channels channels() {
        var texts = new Lazy<>(() -> new SnsTextMessages(wiring.services().sns()));
        var pushes = new Lazy<>(() -> new EncryptedPushes(
                wiring.services().outside(),
                new PushTokens(pushSigner(), wiring.settings().string(Setting.ISSUER), wiring.clock()),
                wiring.entropy()));
        return new Channels(
                (number, text) -> texts.get().send(number, text),
                (browser, notice) -> pushes.get().send(browser, notice),
                new SignedWebhooks(wiring.services().outside(), wiring.clock()),
                new LazyEmails(new Lazy<>(() -> wiring.services().emails())));
    }
}
