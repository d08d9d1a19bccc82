package passby.aws.wiring;

import java.util.concurrent.ExecutorService;
import passby.aws.api.Setting;
import passby.aws.picture.S3Pictures;
import passby.core.balance.CloseDay;
import passby.core.evidence.PicturesOfHolds;
import passby.core.purge.PurgeDue;
import passby.core.purge.PurgeReports;
import passby.core.purge.ViewPurge;
import passby.core.quality.QuarantineCameras;
import passby.core.read.SweepPictureHours;
import passby.core.redate.AlignBackstops;
import passby.core.redate.RedateRows;
import passby.core.statistics.CountDays;

/** Use cases that delete what is due, date it anew and balance each day. */
public final class RetentionWiring {
    /** How many workers may purge at once. */
    private static final int PURGE_LANES = 4;

    private final Wiring wiring;

    RetentionWiring(Wiring wiring) {
        this.wiring = wiring;
    }

    /** @param pool how many rows are deleted at once is its size */
    public PurgeDue purgeDue(ExecutorService pool) {
        return new PurgeDue(
                wiring.policy(),
                wiring.stores().expiringRows(),
                wiring.pictures(),
                wiring.stores().lanes(),
                wiring.archive(),
                wiring.entries(),
                wiring.ids(),
                pool,
                PURGE_LANES,
                wiring.clock());
    }

    public PurgeReports purgeReports() {
        return wiring.stores().purgeReports();
    }

    public ViewPurge viewPurge() {
        return new ViewPurge(wiring.authorizer(), wiring.stores().purgeReports(), wiring.clock());
    }

    /** @param pool segments of a table are walked on it */
    public RedateRows redateRows(ExecutorService pool) {
        return new RedateRows(
                wiring.policy(),
                wiring.stores().datedRows(),
                wiring.stores().datings(),
                wiring.entries(),
                wiring.ids(),
                pool,
                wiring.clock());
    }

    public AlignBackstops alignBackstops() {
        var bucket = wiring.settings().string(Setting.PICTURES);
        return new AlignBackstops(wiring.policy(), wiring.services().backstops(bucket));
    }

    public SweepPictureHours sweepPictureHours() {
        var pictures = new S3Pictures(wiring.services().s3(), wiring.settings().string(Setting.PICTURES));
        var held = new PicturesOfHolds(wiring.stores().holds(), wiring.stores().reads());
        return new SweepPictureHours(
                wiring.policy(), pictures, pictures, held, wiring.stores().watermarks(), wiring.clock());
    }

    public QuarantineCameras quarantineCameras() {
        return new QuarantineCameras(
                wiring.policy(),
                wiring.stores().cameras(),
                wiring.stores().readingCounts(),
                wiring.entries(),
                wiring.clock());
    }

    public CloseDay closeDay() {
        return new CloseDay(
                wiring.policy(),
                wiring.stores().tallies(),
                wiring.stores().aliveReads(),
                wiring.archive(),
                new CountDays(
                        wiring.stores().counters(),
                        wiring.stores().alertLatencies(),
                        wiring.stores().readingCounts(),
                        wiring.stores().illegiblePlates(),
                        wiring.stores().cameras(),
                        wiring.archive()),
                wiring.stores().watermarks(),
                wiring.entries(),
                wiring.clock());
    }
}
