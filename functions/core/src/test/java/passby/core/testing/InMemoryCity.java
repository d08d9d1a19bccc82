package passby.core.testing;

import passby.core.archive.InMemoryArchive;
import passby.core.balance.InMemoryTallies;
import passby.core.capture.InMemoryCameraUses;
import passby.core.capture.InMemoryCameras;
import passby.core.capture.InMemoryIllegiblePlates;
import passby.core.capture.InMemoryProcessedUploads;
import passby.core.capture.InMemorySpentTokens;
import passby.core.capture.InMemoryUploads;
import passby.core.governance.InMemoryPolicyRequests;
import passby.core.hit.InMemoryAlertLatencies;
import passby.core.hit.InMemoryAlerts;
import passby.core.hit.InMemoryHits;
import passby.core.hotlist.InMemoryHotLists;
import passby.core.hotlist.InMemorySuppressions;
import passby.core.ledger.InMemoryCounters;
import passby.core.ledger.InMemoryLedger;
import passby.core.ledger.InMemoryWatermarks;
import passby.core.lists.InMemoryLists;
import passby.core.people.InMemoryPeople;
import passby.core.people.InMemorySessions;
import passby.core.picture.InMemoryPictures;
import passby.core.policy.InMemoryLimits;
import passby.core.policy.InMemoryPolicyDocuments;
import passby.core.purge.InMemoryLanes;
import passby.core.purge.InMemoryRows;
import passby.core.quality.InMemoryReadingCounts;
import passby.core.read.InMemoryFrames;
import passby.core.read.InMemoryPostedReads;
import passby.core.redate.InMemoryDatings;
import passby.core.request.InMemoryRequests;
import passby.core.review.InMemoryReviews;
import passby.core.sample.InMemorySamples;
import passby.core.search.WaitingSearch;

/**
 * Every store of a city, in memory. Those that change with an entry share the ledger's lock, so that a change and its entry
 * are seen together or not at all. Uses {@link TestData#CITY_KEY}.
 */
public final class InMemoryCity {
    private final CountingEntropy entropy = new CountingEntropy(0);
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryRows rows = new InMemoryRows(ledger);
    private final InMemoryTallies tallies = new InMemoryTallies(ledger);
    private final InMemoryLanes lanes = new InMemoryLanes(ledger, tallies);
    private final InMemoryDatings datings = new InMemoryDatings(ledger);
    private final InMemoryArchive archive = new InMemoryArchive();
    private final InMemoryCounters counters = new InMemoryCounters();
    private final InMemoryAlertLatencies latencies = new InMemoryAlertLatencies();
    private final InMemoryReadingCounts readings = new InMemoryReadingCounts();
    private final InMemoryIllegiblePlates illegible = new InMemoryIllegiblePlates();
    private final InMemorySamples samples = new InMemorySamples(ledger);
    private final InMemoryWatermarks watermarks = new InMemoryWatermarks(ledger);
    private final InMemoryPeople people = new InMemoryPeople(ledger);
    private final InMemorySessions sessions = new InMemorySessions(ledger);
    private final InMemoryPolicyDocuments policyDocuments = new InMemoryPolicyDocuments(ledger);
    private final InMemoryPolicyRequests policyRequests = new InMemoryPolicyRequests(ledger, policyDocuments);
    private final InMemoryCameras cameras = new InMemoryCameras(ledger);
    private final InMemorySpentTokens cameraTokens = new InMemorySpentTokens();
    private final InMemoryUploads uploads = new InMemoryUploads();
    private final InMemoryPostedReads postedReads = new InMemoryPostedReads(uploads);
    private final InMemoryHotLists hotLists = new InMemoryHotLists(ledger, TestData.CITY_KEY);
    private final InMemorySuppressions suppressions = new InMemorySuppressions(ledger);
    private final InMemoryLists lists = new InMemoryLists(ledger);
    private final InMemoryReviews reviews = new InMemoryReviews(ledger);
    private final InMemoryHits hits = new InMemoryHits(ledger, rows, tallies, hotLists);
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final InMemoryFrames frames = new InMemoryFrames(ledger, hits, rows);
    private final InMemoryPictures pictures = new InMemoryPictures();
    private final InMemoryProcessedUploads processedUploads = new InMemoryProcessedUploads();
    private final InMemoryLimits limits = new InMemoryLimits();
    private final InMemoryCameraUses cameraUses = new InMemoryCameraUses();
    private final InMemoryRequests<WaitingSearch> waitingSearches = new InMemoryRequests<>(ledger);

    /** Searches that wait for a second person. */
    public InMemoryRequests<WaitingSearch> waitingSearches() {
        return waitingSearches;
    }

    /** One source for the whole city, so that no id comes twice. */
    public CountingEntropy entropy() {
        return entropy;
    }

    public InMemoryLedger ledger() {
        return ledger;
    }

    /** Everything that has a date. */
    public InMemoryRows rows() {
        return rows;
    }

    public InMemoryLanes lanes() {
        return lanes;
    }

    /** Tallies, and how far the ledger has admitted frames. */
    public InMemoryTallies tallies() {
        return tallies;
    }

    public InMemoryDatings datings() {
        return datings;
    }

    public InMemoryArchive archive() {
        return archive;
    }

    public InMemoryAlertLatencies latencies() {
        return latencies;
    }

    /** What people said of plates that were read. */
    public InMemoryReadingCounts readings() {
        return readings;
    }

    public InMemoryIllegiblePlates illegible() {
        return illegible;
    }

    /** The random sample and its places. */
    public InMemorySamples samples() {
        return samples;
    }

    public InMemoryCounters counters() {
        return counters;
    }

    public InMemoryWatermarks watermarks() {
        return watermarks;
    }

    public InMemoryPeople people() {
        return people;
    }

    public InMemorySessions sessions() {
        return sessions;
    }

    public InMemoryPolicyDocuments policyDocuments() {
        return policyDocuments;
    }

    public InMemoryPolicyRequests policyRequests() {
        return policyRequests;
    }

    public InMemoryCameras cameras() {
        return cameras;
    }

    public InMemoryCameraUses cameraUses() {
        return cameraUses;
    }

    public InMemorySpentTokens cameraTokens() {
        return cameraTokens;
    }

    public InMemoryUploads uploads() {
        return uploads;
    }

    public InMemoryPostedReads postedReads() {
        return postedReads;
    }

    public InMemorySuppressions suppressions() {
        return suppressions;
    }

    public InMemoryHotLists hotLists() {
        return hotLists;
    }

    public InMemoryReviews reviews() {
        return reviews;
    }

    public InMemoryLists lists() {
        return lists;
    }

    /** Hits and outbox. */
    public InMemoryHits hits() {
        return hits;
    }

    public InMemoryAlerts alerts() {
        return alerts;
    }

    /** Frames and reads. */
    public InMemoryFrames frames() {
        return frames;
    }

    public InMemoryPictures pictures() {
        return pictures;
    }

    public InMemoryProcessedUploads processedUploads() {
        return processedUploads;
    }

    public InMemoryLimits limits() {
        return limits;
    }
}
