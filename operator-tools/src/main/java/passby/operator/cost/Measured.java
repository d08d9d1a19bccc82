package passby.operator.cost;

/**
 * How long a warm run takes, as Lambda bills it. What was measured says by which command, on two shared x86-64 cores; no run
 * on Lambda's arm64 processors is behind any of these.
 */
public enum Measured {
    ISSUE_URLS(20, "scripts/bench pipeline: the URL asked for, all stores in the same JVM, doubled for the network"),
    READ_PLATES(110, "scripts/bench pipeline: upload to alert 55 ms at the median beside the recogniser, doubled"),
    RECOGNIZE(
            250,
            "scripts/bench recognizer: processor time, median 134 and p90 258 ms (README), rounded up; 1.16 cores at 2 GB"),
    RECOGNIZE_MEAN(
            155,
            "the mean of a log-normal time with that median and that p90: what a month of runs is billed, while places are planned for the longer one"),
    CUT_CROPS(100, "not measured alone: decoding and two crops, less than half of reading"),
    REKOGNITION(500, "not measured: what DetectText takes for a picture of half a megabyte"),
    IMPORT_LIST(60_000, "scripts/bench import: a million entries, one in a hundred changed, bounded by this"),
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
