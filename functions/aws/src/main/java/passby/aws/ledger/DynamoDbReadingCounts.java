package passby.aws.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import passby.aws.dynamodb.Tables;
import passby.core.quality.Judged;
import passby.core.quality.JudgedPlates;
import passby.core.quality.Part;
import passby.core.quality.ReadingCounts;
import passby.core.quality.Verdict;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What people said of plates, beside the counters: a row for each camera and day, an attribute for each verdict and part, such as
 * {@code sample-wrong#state#NY}. Format version 1; forgotten after as many days as counters.
 */
public final class DynamoDbReadingCounts implements ReadingCounts {
    private static final int VERSION = 1;
    private static final int PIECES = 3;
    private static final String MARK = "#";

    private final CounterRows rows;

    public DynamoDbReadingCounts(DynamoDbClient client, Tables tables) {
        this.rows = new CounterRows(client, tables);
    }

    @Override
    public void add(List<Judged> judged, Instant at) {
        var amounts = new TreeMap<String, Long>();
        JudgedPlates.of(judged)
                .counts()
                .forEach((part, verdicts) ->
                        verdicts.forEach((verdict, amount) -> amounts.put(name(verdict, part), amount)));
        rows.add(CounterRowKeys.judged(at, judged.getFirst().cameraId()), VERSION, amounts, at);
    }

    @Override
    public Map<String, JudgedPlates> ofDays(Instant from, Instant to, List<String> cameraIds) {
        var keys = new ArrayList<Map<String, AttributeValue>>();
        for (var day = from; day.isBefore(to); day = day.plus(Duration.ofDays(1))) {
            for (var cameraId : cameraIds) {
                keys.add(Tables.COUNTERS.attributes(CounterRowKeys.judged(day, cameraId)));
            }
        }
        var found = new TreeMap<String, JudgedPlates>();
        for (var item : rows.find(keys)) {
            var cameraId = CounterRowKeys.cameraOf(item);
            found.merge(cameraId, judged(item), JudgedPlates::plus);
        }
        return found;
    }

    private static JudgedPlates judged(Map<String, AttributeValue> item) {
        var counts = new TreeMap<Part, Map<Verdict, Long>>();
        item.forEach((name, value) -> {
            var pieces = name.split(MARK, PIECES);
            if (pieces.length == PIECES) {
                var verdict = Verdict.parse(pieces[0]);
                var part = part(pieces);
                // What a later version counts besides is not ours to add up.
                if (verdict.isPresent() && part.isPresent()) {
                    counts.computeIfAbsent(part.get(), _ -> new TreeMap<>())
                            .put(verdict.get(), Long.parseLong(value.n()));
                }
            }
        });
        return new JudgedPlates(counts);
    }

    private static Optional<Part> part(String[] pieces) {
        return Part.Kind.parse(pieces[1]).map(kind -> new Part(kind, pieces[2]));
    }

    private static String name(Verdict verdict, Part part) {
        return verdict.code() + MARK + part.kind().code() + MARK + part.value();
    }
}
