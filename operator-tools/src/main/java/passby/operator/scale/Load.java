package passby.operator.scale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import passby.aws.api.ReadTraffic;
import passby.operator.cost.Assumption;
import passby.operator.cost.Measured;
import passby.operator.cost.Recognition;
import passby.operator.cost.Row;
import passby.operator.cost.Workload;

/**
 * What the peak of a day asks of one limit.
 *
 * @param what is limited
 * @param needed at the peak
 * @param bound of the limit, in the same unit
 * @param published whether AWS tells the bound; the other one was measured on a small machine
 * @param movedBy the change of the design, or what to ask AWS for, when needed is beyond the bound
 */
record Load(String what, double needed, double bound, boolean published, String movedBy) {
    double share() {
        return needed / bound;
    }

    /** So many cameras fit, if nothing but their number changes. */
    double camerasThatFit(int cameras) {
        return cameras / share();
    }

    /** The tightest first. */
    static List<Load> of(Workload workload) {
        var model = new Model(workload);
        var loads = new ArrayList<Load>();
        loads.addAll(ofFunctions(model));
        loads.addAll(ofStores(model));
        loads.addAll(ofAlertsAndClocks(model));
        loads.sort(Comparator.comparingDouble(Load::share).reversed());
        return List.copyOf(loads);
    }

    private static List<Load> ofFunctions(Model model) {
        var reads = model.peakReads();
        var looks = Recognition.of(model.workload().order());
        var readers = reads * looks.readPlatesSeconds();
        var recognizers = reads * looks.containerSeconds();
        var urls = model.calls(reads) * Measured.ISSUE_URLS.seconds();
        return List.of(
                of("API calls a second", model.calls(reads), Limit.API_CALLS_A_SECOND),
                new Load(
                        "places kept for ReadPlates",
                        readers,
                        model.places(),
                        true,
                        "Capacity keeps at most half of the account for it: "
                                + Limit.FUNCTIONS_AT_ONCE.movedBy()
                                + " and raise Capacity.ACCOUNT_CONCURRENCY"),
                of("functions at once", readers + recognizers + urls, Limit.FUNCTIONS_AT_ONCE),
                of("pollers of the queue", readers, Limit.POLLERS_AT_MOST),
                of("messages in flight", readers, Limit.MESSAGES_IN_FLIGHT),
                of("DetectText a second", reads * looks.detectText(), Limit.DETECT_TEXT_A_SECOND));
    }

    private static List<Load> ofStores(Model model) {
        var reads = model.peakReads();
        var stored = reads * model.workload().storedShare();
        var loads = new ArrayList<Load>();
        loads.add(of("write units a second of Reads", stored * Row.READ.writeUnits(), Limit.TABLE_UNITS_A_SECOND));
        loads.add(hot(model.counters(), reads));
        model.stores().forEach(keys -> loads.add(hot(keys, reads)));
        loads.add(new Load(
                "pictures a second under one hour's prefix",
                stored * ReadTraffic.CROPS,
                model.picturesTaken() * ReadTraffic.CROPS * model.workload().storedShare(),
                true,
                "the shard before the hour in a picture's key, so that S3's split outlives the hour"));
        loads.add(new Load(
                "uploads a second",
                reads * Assumption.FRAMES_PER_READ.value(),
                model.uploadsTaken(),
                true,
                Limit.PREFIX_WRITES_A_SECOND.movedBy()));
        return loads;
    }

    private static Load hot(HotKeys keys, double reads) {
        return new Load(
                "write units a second: " + keys.name(),
                reads * keys.unitsPerRead(),
                keys.mostReads() * keys.unitsPerRead(),
                true,
                Limit.PARTITION_UNITS_A_SECOND.movedBy() + " (" + keys.keys() + " today)");
    }

    private static List<Load> ofAlertsAndClocks(Model model) {
        var reads = model.peakReads();
        return List.of(
                of("alerts published a second", reads * Assumption.HITS_PER_READ.value(), Limit.PUBLISHES_A_SECOND),
                of("text messages a second", reads * model.textsPerRead(), Limit.TEXTS_A_SECOND),
                new Load(
                        "rows a second of the purge",
                        reads * model.workload().storedShare() * Model.ROWS_OF_A_READ,
                        Model.PURGED_ROWS_A_SECOND,
                        false,
                        "measured on two shared cores with the tables beside it: measure on AWS, then one purge a shard"));
    }

    private static Load of(String what, double needed, Limit limit) {
        return new Load(what, needed, limit.value(), true, limit.movedBy());
    }
}
