package passby.operator.cost;

import java.util.List;
import passby.aws.dynamodb.Tables;

/** What the people of a city cost who sign in and ask. */
final class PeopleItems {
    /** Person, session, policy, and the rows of an answer; strongly consistent. */
    private static final double CALL_READS = 12;

    /** An act under its person and under its target, each with its place in the index of dates. */
    private static final double ACT_WRITES = 4;

    /** Two months of a person, 250 acts of 350 bytes, and a few plates that are looked up: for each call, as if each were an hour. */
    private static final double ACT_READS = 30;

    private static final double ALARM_EMAILS = 10;
    private static final double KB_IN_A_GB = 1e6;

    private PeopleItems() {}

    static List<Item> of(Workload workload) {
        var calls = workload.callsOfPeopleAMonth();
        return List.of(
                new Item(Prices.COGNITO_PEOPLE, "people who sign in", workload.people()),
                new Item(Prices.API_CALLS, "people's calls", calls),
                new Item(Prices.CLOUDFRONT_REQUESTS, "people's calls through the web app", calls),
                // Once in front of CloudFront, once in front of the API.
                new Item(Prices.WAF_REQUESTS, "people's calls", 2 * calls),
                new Item(Prices.TRANSFER_OUT, "pictures shown", calls * Assumption.PICTURE_KB.value() / KB_IN_A_GB),
                new Item(Prices.S3_READS, "pictures shown", calls),
                // One entry each, and the touch of the session.
                new Item(Prices.DYNAMODB_WRITES, "people's entries", calls * (RowUnits.ENTRY + 1)),
                // The entry of each, the session's row, the account's last use, and the attempt before and after it.
                new Item(
                        Prices.DYNAMODB_WRITES,
                        "sign-ins",
                        workload.signInsAMonth()
                                * (RowUnits.ENTRY
                                        + 2 * RowUnits.putInTransaction(Tables.PEOPLE, 1)
                                        + 2 * RowUnits.put(Tables.PEOPLE, 1))),
                new Item(Prices.DYNAMODB_READS, "people's calls", calls * CALL_READS),
                new Item(Prices.DYNAMODB_WRITES, "what people did, as keys", calls * ACT_WRITES),
                new Item(Prices.DYNAMODB_READS, "judging what people did", calls * ACT_READS),
                new Item(Prices.SNS_EMAILS, "alarms by e-mail", ALARM_EMAILS));
    }
}
