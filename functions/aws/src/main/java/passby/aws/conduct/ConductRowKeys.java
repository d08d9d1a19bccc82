package passby.aws.conduct;

import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Tables;
import passby.core.conduct.Act;
import passby.core.conduct.DecoyRead;
import passby.core.conduct.MarkedPlates;
import software.amazon.awssdk.enhanced.dynamodb.Key;

/** Keys of Conduct: each kind of row has its partitions. */
final class ConductRowKeys {
    static final String REVIEWS = "reviews";
    static final String DECOY_READS = "decoy-reads";
    private static final String DUTY = "duty";

    private ConductRowKeys() {}

    static String person(String person) {
        return "person#" + person;
    }

    static String target(String target) {
        return "target#" + target;
    }

    /** Acts of one partition lie in the order in which they were done. */
    static Key act(String partition, Act act) {
        return Tables.CONDUCT.key(partition, KeyTimes.millis(act.at()) + "#" + act.entryId());
    }

    static Key review(String reviewId) {
        return Tables.CONDUCT.key(REVIEWS, reviewId);
    }

    static Key duty(String personId) {
        return Tables.CONDUCT.key(DUTY, personId);
    }

    /** Of one partition: a city has some dozens. */
    static Key decoyRead(DecoyRead decoy) {
        return Tables.CONDUCT.key(DECOY_READS, decoy.readId());
    }

    static String marked(String person) {
        return "marked#" + person;
    }

    static Key marked(MarkedPlates.Marked plate) {
        return Tables.CONDUCT.key(marked(plate.person()), plate.plate().value());
    }

    /** By which a row stands in the index of dates. */
    static String id(Key key) {
        return key.partitionKeyValue().s() + "#"
                + key.sortKeyValue().orElseThrow().s();
    }
}
