package passby.operator.scale;

/** What leaves the city behind the reads: text messages, and rows that fall due as fast as they came a retention ago. */
final class Clocks {
    private final Model model;
    private final Latencies texts = new Latencies();
    private double textsWaiting;
    private double rowsDue;
    private double longestPurge;

    Clocks(Model model) {
        this.model = model;
    }

    /** One second later. */
    void tick(double reads) {
        var wanted = reads * model.textsPerRead();
        textsWaiting += wanted;
        texts.add(textsWaiting / Limit.TEXTS_A_SECOND.value(), wanted);
        textsWaiting = Math.max(0, textsWaiting - Limit.TEXTS_A_SECOND.value());
        rowsDue += reads * model.workload().storedShare() * Model.ROWS_OF_A_READ;
        rowsDue = Math.max(0, rowsDue - Model.PURGED_ROWS_A_SECOND);
        longestPurge = Math.max(longestPurge, rowsDue / Model.PURGED_ROWS_A_SECOND);
    }

    Latencies texts() {
        return texts;
    }

    double longestPurge() {
        return longestPurge;
    }
}
