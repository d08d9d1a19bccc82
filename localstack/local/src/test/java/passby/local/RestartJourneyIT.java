package passby.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import passby.aws.dynamodb.Tables;
import passby.aws.ledger.DynamoDbChanges;
import passby.aws.policy.DynamoDbPolicyDocuments;
import passby.core.governance.Change;
import passby.core.governance.CityParameters;
import passby.core.id.Entropy;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.policy.CachedPolicy;
import passby.core.policy.Parameter;
import passby.core.read.Processed;
import passby.core.retention.NonHitRetention;

/** A city that keeps its data in a folder, stopped and started again; and its policy, changed while it runs. */
class RestartJourneyIT {
    private static final String READ = "RST5501";
    private static final String UNREAD = "RST5502";
    private static final String LISTED = "HWL5093";

    @TempDir
    private Path folder;

    @Test
    void aCityStartedAgainKnowsWhatItKnewAndFinishesWhatItHadBegun() throws Exception {
        String begun;
        try (var city = TestCity.onDisk(folder)) {
            var read = city.send(SpellingRecognizer.frame(READ + "/CA", LISTED + "/OH"));
            assertThat(city.happenings().end(read)).isInstanceOf(Processed.Done.class);
            city.awake(false);
            begun = city.send(SpellingRecognizer.later(UNREAD + "/CA"));
            city.happenings().awaitRetry(begun);
        }

        try (var city = TestCity.onDisk(folder)) {
            assertThat(city.happenings().end(begun)).isInstanceOf(Processed.Done.class);
            assertThat(city.found(city.officer(), READ)).containsExactly(READ);
            assertThat(city.found(city.officer(), UNREAD)).containsExactly(UNREAD);
            assertThat(city.uploads()).isEmpty();
            assertThat(city.alerts()).isEmpty();
            aShorterRetentionHidesWhatIsStoredAtOnce(city);
            new Secrets(city).areNotIn("the log of both runs", city.log());
        }
    }

    private static void aShorterRetentionHidesWhatIsStoredAtOnce(TestCity city) throws InterruptedException {
        city.clock().advance(Duration.ofDays(2));
        assertThat(city.found(city.officer(), READ)).containsExactly(READ);

        govern(city, NonHitRetention.DAYS_1);
        city.clock().advance(CachedPolicy.MAX_AGE);

        assertThat(city.found(city.officer(), READ)).isEmpty();
        assertThat(city.found(city.officer(), LISTED)).containsExactly(LISTED);

        govern(city, NonHitRetention.DAYS_7);
        city.clock().advance(Duration.ofDays(6));

        assertThat(city.found(city.officer(), READ)).isEmpty();
    }

    private static void govern(TestCity city, NonHitRetention retention) {
        var client = city.engines().clients().dynamoDb();
        var tables = new Tables(TestCity.TABLES);
        var documents = new DynamoDbPolicyDocuments(client, tables, new DynamoDbChanges(client, tables, city.clock()));
        var before = documents.current();
        var change = new Change(Parameter.NON_HIT_RETENTION, "", retention.code());
        var policy = CityParameters.of(before).with(List.of(change)).policy(before.version() + 1, before.bounds());
        var random = new Random();
        Entropy entropy = count -> {
            var bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        };
        var entry = new EntryFactory(city.clock(), entropy)
                .create(
                        EntryType.POLICY_CHANGED,
                        Outcome.DONE,
                        policy.hash(),
                        Map.of(Field.SUBJECT, policy.canonical()));
        assertThat(documents.put(policy, entry)).isInstanceOf(Commit.Done.class);
    }
}
