package passby.operator.cost;

/**
 * How long a warm run takes, as Lambda bills it. What was measured says by which command, on two shared x86-64 cores; no run
 * on Lambda's arm64 processors is behind any of these.
 */
public enum Measured {
    ISSUE_URLS(20, "scripts/bench pipeline: the URL asked for, all stores in the same JVM, doubled for the network"),
    READ_PLATES(
            110, "scripts/bench pipeline when it took 55 ms at the median, doubled: places are still planned for it"),
    READ_PLATES_MEAN(
            80,
            "scripts/bench pipeline: picture put to alert 38 ms at the median beside the recogniser (README), doubled, which is what a month of runs is billed"),
    RECOGNIZE(
            250,
            "the 90th percentile of a recogniser twice as slow as today's: places are still planned for it, so that a slower machine or a harder picture finds one"),
    RECOGNIZE_MEAN(
            85,
            "scripts/bench recognizer: processor time, median 78 and p90 132 ms at a load of 9, the mean of a log-normal time with both: what a month of runs is billed; 1.16 cores at 2 GB"),
    CUT_CROPS(100, "not measured alone: decoding and two crops, less than half of reading"),
    REKOGNITION(500, "not measured: what DetectText takes for a picture of half a megabyte"),
    IMPORT_LIST(60_000, "scripts/bench import: a million entries, one in a hundred changed, bounded by this"),
    PURGED_ROW(1_000.0 / 532, "scripts/bench purge: 532 rows a second (README), with the tables on the same two cores"),
    PERSON_CALL(80, "not measured alone: the five stores' calls of a search"),
    CLOCK(400, "not measured alone: a minute's run over 16 shards");

    private final double millis;
    private final String source;

    Measured(double millis, String source) {
        this.millis = millis;
        this.source = source;
    }

    public double seconds() {
        return millis / 1000;
    }

    public String source() {
        return source;
    }
}
