package passby.core.read;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import passby.core.archive.Archive;
import passby.core.balance.AliveReads;
import passby.core.balance.CloseDay;
import passby.core.evidence.CopyEvidence;
import passby.core.evidence.CoveredPictures;
import passby.core.evidence.EndHolds;
import passby.core.evidence.HeldRead;
import passby.core.evidence.Hold;
import passby.core.evidence.HoldEvent;
import passby.core.evidence.HoldKind;
import passby.core.evidence.Holds;
import passby.core.evidence.InMemoryHolds;
import passby.core.evidence.InMemoryVault;
import passby.core.evidence.Vault;
import passby.core.hit.Hit;
import passby.core.hit.HitStep;
import passby.core.hit.RejectionReason;
import passby.core.id.CaseNumber;
import passby.core.id.Ulids;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Watermarks;
import passby.core.picture.PlateMask;
import passby.core.plate.IssuingState;
import passby.core.policy.CachedPolicy;
import passby.core.policy.EffectivePolicy;
import passby.core.purge.ARow;
import passby.core.purge.ExpiringRows;
import passby.core.purge.Killing;
import passby.core.purge.Lanes;
import passby.core.purge.PurgeDue;
import passby.core.purge.RowKind;
import passby.core.redate.DatedRows;
import passby.core.redate.Datings;
import passby.core.redate.RedateRows;
import passby.core.retention.Cohort;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RetentionClass;
import passby.core.retention.RetentionClock;
import passby.core.statistics.CountDays;
import passby.core.testing.ARead;
import passby.core.testing.AtOnce;
import passby.core.testing.TestData;

/**
 * A city over many days on a clock of its own, with everything that goes wrong: late and repeated uploads, cameras whose
 * clocks are off, retentions changed both ways, holds, rejected hits, crashes between any two steps, and a purge that is down
 * for a day. After every minute it looks whether a promise is broken.
 */
final class RetentionSimulation {
    /** What came of it. */
    record Summary(
            long seed,
            int days,
            int frames,
            long purged,
            long crashes,
            int policies,
            int holds,
            int rejections,
            Duration earliest,
            Duration latestWhileRunning,
            int balances) {}

    private static final List<NonHitRetention> RETENTIONS = List.of(
            NonHitRetention.FLUSH,
            NonHitRetention.DAYS_1,
            NonHitRetention.DAYS_3,
            NonHitRetention.DAYS_7,
            NonHitRetention.DAYS_14);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final long seed;
    private final int days;
    private final double framesAMinute;
    private final Random chance;
    private final UploadLine line = new UploadLine(TestData.policy(NonHitRetention.DAYS_7));
    private final InMemoryHolds holds = new InMemoryHolds(line.city.ledger(), line.city.rows());
    private final InMemoryVault vault = new InMemoryVault();
    private final Map<String, Instant> lastInstant = new HashMap<>();
    private final Map<String, Instant> uploads = new LinkedHashMap<>();

    private EffectivePolicy policy = TestData.policy(NonHitRetention.DAYS_7);
    private Instant downUntil = Instant.MIN;
    private Instant calmSince = Instant.MAX;
    private Duration earliest = Duration.ZERO;
    private Duration latest = Duration.ZERO;
    private long purged;
    private long crashes;
    private int frames;
    private int policies = 1;
    private int placed;
    private int rejections;

    RetentionSimulation(long seed, int days, double framesAMinute) {
        this.seed = seed;
        this.days = days;
        this.framesAMinute = framesAMinute;
        this.chance = new Random(seed);
        line.list(5);
    }

    Summary run() {
        var start = line.clock.instant();
        var end = start.plus(Duration.ofDays(days));
        var outage = start.plus(Duration.ofDays(10)).plus(Duration.ofHours(chance.nextInt(200)));
        while (line.clock.instant().isBefore(end)) {
            line.clock.advance(MINUTE);
            var now = line.clock.instant();
            if (!now.isBefore(outage) && downUntil.equals(Instant.MIN)) {
                downUntil = now.plus(Duration.ofDays(1));
            }
            happen();
            jobs(now);
            check(now);
        }
        runDry();
        return new Summary(
                seed,
                days,
                frames,
                purged,
                crashes,
                policies,
                placed,
                rejections,
                earliest,
                latest,
                line.city.ledger().entries(EntryType.DAY_BALANCED).size());
    }

    private boolean one(double in) {
        return chance.nextDouble() < 1 / in;
    }

    private void happen() {
        if (chance.nextDouble() < framesAMinute) {
            upload();
        }
        // A queue delivers at least once, and a URL that lives for ten minutes can be replayed for as long.
        var young = line.clock.instant().minus(Duration.ofMinutes(10));
        uploads.values().removeIf(at -> at.isBefore(young));
        if (!uploads.isEmpty() && one(4)) {
            var again = List.copyOf(uploads.keySet()).get(chance.nextInt(uploads.size()));
            line.bringBack(again);
            handle(again, uploads.getOrDefault(again, young));
        }
        if (one(2_000)) {
            changePolicy();
        }
        if (one(500)) {
            place();
        }
        if (one(60)) {
            reject();
        }
    }

    /** Mostly at once; sometimes days late, from a camera whose clock is off by up to an hour in either direction. */
    private void upload() {
        var now = line.clock.instant();
        var late = one(8) ? Duration.ofMinutes(chance.nextInt(12_000)) : Duration.ofSeconds(chance.nextInt(30));
        var skew = one(10) ? Duration.ofMinutes(chance.nextInt(120) - 60) : Duration.ZERO;
        var plate = one(12) ? "7WAN00" + chance.nextInt(5) : "4FRE" + (100 + chance.nextInt(40));
        var key = line.upload(TestData.facts(now.minus(late).plus(skew)), ARead.reading(plate, state()));
        uploads.put(key, now);
        handle(key, now);
    }

    private void handle(String key, Instant receivedAt) {
        if (line.handle(key, receivedAt) instanceof Processed.Done done) {
            frames += done.frame().reads().isEmpty() ? 0 : 1;
            var kept = done.frame().reads().stream().map(ReadRef::readId).toList();
            done.reads().stream()
                    .filter(read -> kept.contains(read.readId()))
                    .forEach(read -> lastInstant.put(read.readId(), read.expiresAt()));
        }
    }

    private IssuingState state() {
        return one(5) ? IssuingState.UNKNOWN : ARead.CALIFORNIA;
    }

    /** Tightens at once; loosens only where nothing waits to be dated anew, as the second approval does. */
    private void changePolicy() {
        var next = RETENTIONS.get(chance.nextInt(RETENTIONS.size()));
        var loosens = next.duration().compareTo(policy.nonHitRetention().duration()) > 0;
        var settled = line.city
                .datings()
                .find()
                .filter(dating -> dating.isSettled(policy.clocks(), line.clock.instant()))
                .isPresent();
        if (next == policy.nonHitRetention() || (loosens && !settled)) {
            return;
        }
        policy = TestData.policy(++policies, next);
        line.city.policyDocuments().put(policy);
        for (var read : line.city.frames().allReads()) {
            var limit = read.retentionBase().plus(policy.retention(read.retentionClass()));
            lastInstant.merge(read.readId(), limit, (one, other) -> one.isBefore(other) ? one : other);
        }
    }

    private void place() {
        var reads = line.city.frames().allReads();
        if (reads.isEmpty()) {
            return;
        }
        var read = reads.get(chance.nextInt(reads.size()));
        var now = line.clock.instant();
        var hold = new Hold(
                new Ulids(line.clock, line.city.entropy()).next(),
                HoldKind.PRESERVATION,
                new CaseNumber("26-1"),
                "letter",
                "defence",
                List.of(new HeldRead(ReadRef.of(read), false)),
                now.plus(Duration.ofDays(2)),
                Hold.State.PRESERVED,
                null,
                List.of(new HoldEvent("placed", "records-rosa", now, "entry", "{}")),
                1,
                null);
        if (holds.place(hold, TestData.entry(EntryType.HOLD_PLACED)) instanceof Holds.Placed.Done) {
            placed++;
        }
    }

    private void reject() {
        var open = line.city.hits().open();
        if (open.isEmpty()) {
            return;
        }
        Hit hit = open.get(chance.nextInt(open.size()));
        var now = line.clock.instant();
        var date = hit.rejectedExpiry(policy.retention(RetentionClass.NON_HIT), now);
        line.city
                .hits()
                .reject(
                        hit,
                        new HitStep.Rejected("lopez", now, RejectionReason.MISREAD),
                        date,
                        TestData.entry(EntryType.HIT_STEP));
        lastInstant.merge(hit.sighting().readId(), date, (one, other) -> one.isBefore(other) ? one : other);
        rejections++;
    }

    private void jobs(Instant now) {
        admit().handle();
        job(10, killing -> redating(killing).handle(now.plusSeconds(50)));
        job(10, killing -> copying(killing).handle(Instant.MAX));
        job(10, killing -> ending(killing).handle());
        if (now.isBefore(downUntil)) {
            calmSince = Instant.MAX;
        } else if (job(15, killing -> purging(killing).handle("w" + now, now.plusSeconds(50)))) {
            calmSince = Instant.MAX;
        } else if (calmSince.equals(Instant.MAX)) {
            calmSince = now;
        }
        job(20, killing -> sweeping(killing).handle());
        job(
                10,
                killing -> closing(killing)
                        .handle()
                        .ifPresent(balance ->
                                require(balance.lost() == 0, "a balance has lost reads: " + balance.document())));
        line.city.rows().drainDeleted().forEach(row -> gone(row, now));
    }

    private void gone(ARow row, Instant now) {
        purged++;
        var early = Duration.between(now, row.expiresAt());
        require(early.compareTo(PurgeDue.EARLY) <= 0, row.kind() + " was purged " + early + " early");
        earliest = early.compareTo(earliest) > 0 ? early : earliest;
    }

    private interface Job {
        void run(Killing killing);
    }

    /**
     * Runs the job, and lets it die at some step once in so many times.
     *
     * @return whether it died
     */
    private boolean job(int in, Job job) {
        var killing = new Killing(one(in) ? 1 + chance.nextInt(40) : Integer.MAX_VALUE);
        var died = killing.run(() -> job.run(killing));
        crashes += died ? 1 : 0;
        return died;
    }

    private CachedPolicy fresh() {
        return new CachedPolicy(line.city.policyDocuments(), line.clock);
    }

    private EntryFactory entries() {
        return new EntryFactory(line.clock, line.city.entropy());
    }

    private AdmitFrames admit() {
        return new AdmitFrames(
                fresh(),
                line.city.frames(),
                line.city.tallies(),
                new DrawSamples(line.city.samples()),
                line.city.archive(),
                entries(),
                line.clock);
    }

    private PurgeDue purging(Killing killing) {
        return new PurgeDue(
                fresh(),
                killing.killing(ExpiringRows.class, line.city.rows()),
                killing.pictures(line.city.pictures()),
                killing.killing(Lanes.class, line.city.lanes()),
                killing.killing(Archive.class, line.city.archive()),
                entries(),
                new Ulids(line.clock, line.city.entropy()),
                new AtOnce(),
                1,
                line.clock);
    }

    private RedateRows redating(Killing killing) {
        return new RedateRows(
                fresh(),
                killing.killing(DatedRows.class, line.city.rows()),
                killing.killing(Datings.class, line.city.datings()),
                entries(),
                new Ulids(line.clock, line.city.entropy()),
                new AtOnce(),
                line.clock);
    }

    private CopyEvidence copying(Killing killing) {
        return new CopyEvidence(
                fresh(),
                killing.killing(Holds.class, holds),
                holds,
                line.city.frames(),
                new CoveredPictures(line.city.pictures(), (picture, parts) -> new PlateMask.Masked.Done(picture)),
                killing.killing(Vault.class, vault),
                entries(),
                line.clock);
    }

    private EndHolds ending(Killing killing) {
        return new EndHolds(fresh(), killing.killing(Holds.class, holds), holds, holds, vault, entries(), line.clock);
    }

    private SweepPictureHours sweeping(Killing killing) {
        return new SweepPictureHours(
                fresh(),
                folder -> line.city.pictures().list(folder.prefix()),
                killing.pictures(line.city.pictures()),
                this::held,
                killing.killing(Watermarks.class, line.city.watermarks()),
                line.clock);
    }

    private Set<String> held(Collection<String> keys) {
        return line.city.frames().allReads().stream()
                .filter(read -> line.city
                        .rows()
                        .find(RowKind.READ, read.readId())
                        .filter(row -> !row.holds().isEmpty())
                        .isPresent())
                .flatMap(read -> read.pictureKeys().stream())
                .filter(keys::contains)
                .collect(Collectors.toSet());
    }

    private CloseDay closing(Killing killing) {
        return new CloseDay(
                fresh(),
                line.city.tallies(),
                this::stored,
                killing.killing(Archive.class, line.city.archive()),
                new CountDays(
                        line.city.counters(),
                        line.city.latencies(),
                        line.city.readings(),
                        line.city.illegible(),
                        line.city.cameras(),
                        killing.killing(Archive.class, line.city.archive())),
                line.city.watermarks(),
                entries(),
                line.clock);
    }

    private Map<Cohort, AliveReads.Stored> stored() {
        var counts = new TreeMap<Cohort, AliveReads.Stored>();
        for (var read : line.city.frames().allReads()) {
            var isHeld = line.city
                    .rows()
                    .find(RowKind.READ, read.readId())
                    .filter(row -> !row.holds().isEmpty())
                    .isPresent();
            counts.merge(
                    Cohort.of(read.storedAt(), read.retentionClass()),
                    new AliveReads.Stored(isHeld ? 0 : 1, isHeld ? 1 : 0),
                    (one, other) -> new AliveReads.Stored(one.alive() + other.alive(), one.held() + other.held()));
        }
        return counts;
    }

    private void check(Instant now) {
        for (var read : line.city.frames().allReads()) {
            var answered = RetentionClock.mayAnswer(
                    now, read.expiresAt(), read.retentionBase(), policy.retention(read.retentionClass()));
            var last = lastInstant.get(read.readId());
            require(last != null, "a read is stored that nobody stored");
            require(
                    !answered || now.isBefore(last),
                    "a read is answered at " + now + ", after its instant " + last + ", dated " + read.expiresAt()
                            + ", class "
                            + read.retentionClass() + ", base " + read.retentionBase() + ", stored " + read.storedAt()
                            + " under " + policy.nonHitRetention());
        }
        // A killed worker's claim ends after two minutes; until then, and while the purge is down, rows may be late.
        if (!calmSince.equals(Instant.MAX) && !now.isBefore(calmSince.plus(Duration.ofMinutes(4)))) {
            for (var row : line.city.rows().all()) {
                if (row.holds().isEmpty() && !row.expiresAt().isAfter(now)) {
                    var late = Duration.between(row.expiresAt(), now);
                    latest = late.compareTo(latest) > 0 ? late : latest;
                    require(late.compareTo(MINUTE) < 0, row.kind() + " is late by " + late);
                }
            }
        }
    }

    /** Nothing new happens; a hundred days later nothing may be left in any store. */
    private void runDry() {
        var end = line.clock.instant().plus(Duration.ofDays(100));
        downUntil = Instant.MIN.plusSeconds(1);
        while (line.clock.instant().isBefore(end)) {
            line.clock.advance(Duration.ofMinutes(30));
            jobs(line.clock.instant());
        }
        require(line.city.rows().all().isEmpty(), "rows are left");
        require(line.city.frames().allReads().isEmpty(), "reads are left");
        require(line.city.frames().allFrames().isEmpty(), "frames are left");
        require(line.city.hits().all().isEmpty(), "hits are left");
        require(
                line.city.pictures().keys().isEmpty(),
                "pictures are left: " + line.city.pictures().keys());
        require(vault.names().isEmpty(), "copies are left");
        var today = line.clock.instant().truncatedTo(ChronoUnit.DAYS);
        require(
                line.city.tallies().all().values().stream().allMatch(tally -> tally.expected() == 0),
                "the tallies do not end at zero on " + today);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError("seed " + seed + ", " + line.clock.instant() + ": " + otherwise);
        }
    }
}
