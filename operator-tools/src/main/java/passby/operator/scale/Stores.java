package passby.operator.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import passby.operator.cost.Row;

/** What tables and buckets take of a second's reads, with the hot keys of the minute. */
final class Stores {
    private static final double HALF = 0.5;

    private final Model model;
    private final RandomGenerator random;
    private final double tableReads;
    private double[] counters = {};
    private List<double[]> placed = List.of();

    Stores(Model model, RandomGenerator random) {
        this.model = model;
        this.random = random;
        var units = Row.READ.writeUnits() * model.workload().storedShare();
        this.tableReads = Limit.TABLE_UNITS_A_SECOND.value() / units;
    }

    /** Keys that carry their minute lie elsewhere from now on. */
    void newMinute() {
        counters = model.counters().placed(random, model.peakReads());
        var anew = new ArrayList<double[]>();
        for (var keys : model.stores()) {
            anew.add(keys.placed(random, model.peakReads()));
        }
        placed = anew;
    }

    /** Of the cameras that ask in a second those that get a URL and can use it. */
    double admitted(double asking) {
        var byGateway = Math.min(asking, Limit.API_CALLS_A_SECOND.value());
        return Math.min(model.counters().taken(counters, byGateway), model.uploadsTaken());
    }

    /** @param halved whether every table takes half of it */
    double taken(double frames, boolean halved) {
        var taken = Math.min(frames, Math.min(tableReads, model.picturesTaken()));
        var stores = model.stores();
        for (var at = 0; at < stores.size(); at++) {
            taken = Math.min(taken, stores.get(at).taken(placed.get(at), frames));
        }
        return halved ? taken * HALF : taken;
    }
}
