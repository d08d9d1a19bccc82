package passby.local;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

/** Everything that a city holds at one moment, place by place, as text to look through. */
record Traces(Map<String, String> places) {
    private static final int BATCH = 10;

    /** Looks into every table, every bucket, both queues, what was published, and the log. */
    static Traces of(TestCity city) throws IOException {
        var places = new TreeMap<String, String>();
        var dynamoDb = city.engines().clients().dynamoDb();
        for (var table : dynamoDb.listTablesPaginator().tableNames()) {
            var rows = dynamoDb.scanPaginator(scan -> scan.tableName(table).consistentRead(true))
                    .items();
            places.put("table " + table, rows.stream().map(Traces::text).collect(Collectors.joining("\n")));
        }
        var s3 = city.engines().clients().s3();
        for (var bucket : s3.listBuckets().buckets()) {
            var keys = s3.listObjectsV2Paginator(list -> list.bucket(bucket.name()))
                    .contents();
            places.put(
                    "bucket " + bucket.name(),
                    keys.stream().map(Object::toString).collect(Collectors.joining("\n")));
        }
        places.put("queue", waiting(city, city.queue().url()));
        places.put("dead letters", waiting(city, city.queue().deadLetterUrl()));
        places.put("alerts", city.alerts().toString());
        places.put("log", city.log());
        return new Traces(places);
    }

    /** Sets and bytes too: attribute values print whatever they hold. */
    private static String text(Map<String, AttributeValue> row) {
        return row.toString();
    }

    private static String waiting(TestCity city, String queueUrl) {
        return city
                .engines()
                .clients()
                .sqs()
                .receiveMessage(request ->
                        request.queueUrl(queueUrl).maxNumberOfMessages(BATCH).visibilityTimeout(0))
                .messages()
                .stream()
                .map(Message::body)
                .collect(Collectors.joining("\n"));
    }

    /** Where one of the words stands. */
    List<String> placesOf(List<String> words) {
        return places.entrySet().stream()
                .filter(place -> words.stream().anyMatch(place.getValue()::contains))
                .map(Map.Entry::getKey)
                .toList();
    }
}
