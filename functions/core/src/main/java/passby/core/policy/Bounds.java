package passby.core.policy;

import java.time.Duration;

/**
 * What a request may ask for at most (data.md, "Bounds"); each is refused by name beyond it.
 *
 * @param searchWindow longest span of a search
 * @param searchRows most rows of a search
 * @param pageRows most rows of a page
 * @param searchesPerHour of one person
 * @param clockSkew between a camera's clock and ours before its reads are flagged
 * @param confidentPercent confidence, in percent, from which a reading is called confident
 * @param unapprovedEntryLife after which a custom entry dies unless a second person approved it
 * @param entriesPerHour most hot-list entries that one person may add in an hour
 * @param cameraOutstanding most frames of one camera that may be on their way at once: announced, and not yet processed
 * @param cameraDailyMegabytes most that one camera may announce in a day of UTC, in units of 1,000,000 bytes
 */
public record Bounds(
        Duration searchWindow,
        int searchRows,
        int pageRows,
        int searchesPerHour,
        Duration clockSkew,
        int confidentPercent,
        Duration unapprovedEntryLife,
        int entriesPerHour,
        int cameraOutstanding,
        int cameraDailyMegabytes) {
    public static final Bounds DEFAULT = new Bounds(
            Duration.ofDays(30), 500, 100, 30, Duration.ofMinutes(2), 90, Duration.ofDays(1), 20, 20, 20_000);

    /** As documents below format 3 have them: what those do not speak of is as it is by default. */
    public Bounds(
            Duration searchWindow,
            int searchRows,
            int pageRows,
            int searchesPerHour,
            Duration clockSkew,
            int confidentPercent,
            Duration unapprovedEntryLife) {
        this(
                searchWindow,
                searchRows,
                pageRows,
                searchesPerHour,
                clockSkew,
                confidentPercent,
                unapprovedEntryLife,
                DEFAULT.entriesPerHour,
                DEFAULT.cameraOutstanding,
                DEFAULT.cameraDailyMegabytes);
    }

    /** The same, with the bounds that format 3 brought. */
    public Bounds withCameras(int entries, int outstanding, int dailyMegabytes) {
        return new Bounds(
                searchWindow,
                searchRows,
                pageRows,
                searchesPerHour,
                clockSkew,
                confidentPercent,
                unapprovedEntryLife,
                entries,
                outstanding,
                dailyMegabytes);
    }

    /** The same, with the bounds that no document of a format below 3 speaks of as they are by default. */
    public Bounds withDefaultsOfFormat3() {
        return new Bounds(
                searchWindow, searchRows, pageRows, searchesPerHour, clockSkew, confidentPercent, unapprovedEntryLife);
    }
}
