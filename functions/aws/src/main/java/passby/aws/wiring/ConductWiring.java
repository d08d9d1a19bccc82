package passby.aws.wiring;

import passby.core.conduct.ConductKeys;
import passby.core.conduct.EnterDutyHours;
import passby.core.conduct.JudgeConduct;
import passby.core.conduct.MarkPlates;
import passby.core.conduct.ReviewConduct;
import passby.core.conduct.WatchConduct;

/** Use cases of what people did, what is asked about it, and what it is compared with. */
public final class ConductWiring {
    private final Wiring wiring;

    ConductWiring(Wiring wiring) {
        this.wiring = wiring;
    }

    public WatchConduct watchConduct() {
        var stores = wiring.stores();
        var judge = new JudgeConduct(
                stores.acts(),
                stores.conductReviews(),
                stores.duties(),
                stores.markedPlates(),
                keys(),
                wiring.entries(),
                () -> wiring.policy().current().hash(),
                wiring.ids(),
                wiring.clock());
        return new WatchConduct(
                wiring.ledger().sealedLog(),
                stores.openings(),
                stores.acts(),
                judge,
                stores.conductReviews(),
                stores.watermarks(),
                keys(),
                wiring.clock());
    }

    public ReviewConduct reviewConduct() {
        return new ReviewConduct(wiring.authorizer(), wiring.stores().conductReviews(), wiring.clock());
    }

    public MarkPlates markPlates() {
        return new MarkPlates(
                wiring.authorizer(),
                wiring.stores().markedPlates(),
                wiring.stores().decoyReads(),
                wiring.stores().cameras(),
                wiring.services().cityKey(),
                keys(),
                wiring.entropy(),
                wiring.clock());
    }

    public EnterDutyHours enterDutyHours() {
        return new EnterDutyHours(
                wiring.authorizer(), wiring.stores().people(), wiring.stores().duties(), wiring.clock());
    }

    private ConductKeys keys() {
        return new ConductKeys(wiring.services().cityKey());
    }
}
