package passby.aws.wiring;

import passby.aws.api.Setting;
import passby.aws.delivery.SnsTextMessages;
import passby.aws.hit.SnsAlerts;
import passby.core.delivery.AlertReach;
import passby.core.delivery.DeliverAlerts;
import passby.core.delivery.ManageSubscriptions;
import passby.core.delivery.Recipients;
import passby.core.delivery.TextMessages;
import passby.core.hit.EscalateHits;
import passby.core.hit.ExpireConfirmations;
import passby.core.hit.HandleHits;
import passby.core.hit.PublishAlerts;

/** Use cases of hits and of the alerts that tell them. */
public final class AlertWiring {
    private final Wiring wiring;

    AlertWiring(Wiring wiring) {
        this.wiring = wiring;
    }

    public HandleHits handleHits() {
        return new HandleHits(wiring.authorizer(), wiring.stores().hits(), wiring.pictures(), wiring.clock());
    }

    public ExpireConfirmations expireConfirmations() {
        return new ExpireConfirmations(
                wiring.stores().hits(),
                wiring.entries(),
                () -> wiring.policy().current().hash(),
                wiring.clock());
    }

    public PublishAlerts publishAlerts() {
        var alerts = new Lazy<>(
                () -> new SnsAlerts(wiring.services().sns(), wiring.settings().string(Setting.ALERTS)));
        return new PublishAlerts(
                wiring.stores().hits(),
                wiring.stores().outbox(),
                wiring.stores().cameras(),
                alert -> alerts.get().publish(alert),
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

    public DeliverAlerts deliverAlerts() {
        return new DeliverAlerts(
                wiring.stores().recipients(), wiring.stores().people(), textMessages(), wiring.clock());
    }

    public ManageSubscriptions manageSubscriptions() {
        return new ManageSubscriptions(
                wiring.authorizer(),
                wiring.stores().subscriptions(),
                textMessages(),
                wiring.entropy(),
                wiring.ids(),
                wiring.clock());
    }

    private TextMessages textMessages() {
        var texts = new Lazy<>(() -> new SnsTextMessages(wiring.services().sns()));
        return (number, text) -> texts.get().send(number, text);
    }
}
