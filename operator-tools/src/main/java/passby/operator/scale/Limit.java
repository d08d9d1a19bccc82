package passby.operator.scale;

/**
 * What AWS lets one account have in one region (us-east-1), unless it is asked for more. Each names the page that it stands on
 * and whether its figure was read in a stored copy of that page on 2026-11-28 or is only known.
 */
enum Limit {
    FUNCTIONS_AT_ONCE(
            1_000,
            Source.of("lambda/latest/operatorguide/service-quotas.html", true),
            "ask for more concurrent executions (Service Quotas, L-B99A9384)"),
    /** Of one function, after those that run already. */
    FUNCTIONS_MORE_A_SECOND(
            100, Source.of("lambda/latest/dg/lambda-concurrency.html", false), "cannot be raised; cells share nothing"),
    POLLERS_AT_FIRST(5, Source.of("lambda/latest/dg/services-sqs-scaling.html", true), "provisioned pollers"),
    POLLERS_MORE_A_MINUTE(300, Source.of("lambda/latest/dg/services-sqs-scaling.html", true), "provisioned pollers"),
    POLLERS_AT_MOST(
            1_000,
            Source.of("lambda/latest/dg/services-sqs-scaling.html", true),
            "provisioned pollers, at most 20,000"),
    API_CALLS_A_SECOND(
            10_000,
            Source.of("apigateway/latest/developerguide/limits.html", true),
            "ask for a higher throttle of the account (L-8A5B8E43)"),
    TABLE_UNITS_A_SECOND(
            40_000,
            Source.of("amazondynamodb/latest/developerguide/on-demand-capacity-mode.html", true),
            "ask for more write units a table (L-F8B5A0F6)"),
    /** Of one partition, and so of one key. */
    PARTITION_UNITS_A_SECOND(
            1_000,
            Source.of("amazondynamodb/latest/developerguide/burst-adaptive-capacity.html", true),
            "cannot be raised: more shards in the key"),
    /** Partitions that a new table on demand has: 4,000 units. */
    PARTITIONS_AT_FIRST(
            4,
            Source.of("amazondynamodb/latest/developerguide/on-demand-capacity-mode.html", true),
            "warm throughput, set before the day"),
    /** Of PUT, COPY, POST and DELETE under one prefix that S3 has made a partition of. */
    PREFIX_WRITES_A_SECOND(
            3_500,
            Source.of("AmazonS3/latest/userguide/optimizing-performance.html", true),
            "cannot be raised: a prefix that S3 can split in advance"),
    MESSAGES_IN_FLIGHT(
            120_000,
            Source.of("AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html", true),
            "ask for more, or a second queue"),
    DETECT_TEXT_A_SECOND(
            50,
            Source.of("general/latest/gr/rekognition.html", false),
            "ask for more DetectText calls a second, or read by the container"),
    PUBLISHES_A_SECOND(30_000, Source.of("general/latest/gr/sns.html", false), "ask for more (L-F8E2BA85)"),
    TEXTS_A_SECOND(
            20, Source.of("general/latest/gr/sns.html", false), "ask for more text messages a second, or a short code");

    /**
     * @param page at AWS's documentation
     * @param seen whether the figure was read in a stored copy of that page
     */
    record Source(String page, boolean seen) {
        private static Source of(String path, boolean seen) {
            return new Source("https://docs.aws.amazon.com/" + path, seen);
        }
    }

    private final int value;

    @SuppressWarnings("ImmutableEnumChecker") // A record of a text and a flag.
    private final Source source;

    private final String movedBy;

    Limit(int value, Source source, String movedBy) {
        this.value = value;
        this.source = source;
        this.movedBy = movedBy;
    }

    int value() {
        return value;
    }

    Source source() {
        return source;
    }

    /** What an operator asks for or what a design changes, when this is what ends the city's growth. */
    String movedBy() {
        return movedBy;
    }
}
