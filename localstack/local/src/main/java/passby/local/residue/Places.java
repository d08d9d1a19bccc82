package passby.local.residue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Every place of a city that its engines tell of by themselves, so that a table, an index, a bucket or a queue that is added later
 * is looked into as well. Reads everything into memory: for made-up cities.
 */
public final class Places {
    private static final int MESSAGES = 10;

    private Places() {}

    /** Tables, their indexes, and buckets with the bytes of their objects. */
    public static List<Place> stored(DynamoDbClient dynamoDb, S3Client s3) {
        return Stream.concat(tables(dynamoDb), buckets(s3)).toList();
    }

    private static Stream<Place> tables(DynamoDbClient dynamoDb) {
        return dynamoDb.listTablesPaginator().tableNames().stream().sorted().flatMap(table -> {
            var indexes = dynamoDb.describeTable(describe -> describe.tableName(table))
                    .table()
                    .globalSecondaryIndexes();
            return Stream.concat(
                    Stream.of(table(dynamoDb, table)),
                    indexes.stream().map(index -> index(dynamoDb, table, index.indexName())));
        });
    }

    private static Place table(DynamoDbClient dynamoDb, String table) {
        var rows = dynamoDb.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
                .map(Places::text)
                .toList();
        return place("table " + table, rows);
    }

    private static Place index(DynamoDbClient dynamoDb, String table, String index) {
        var rows = dynamoDb.scanPaginator(scan -> scan.tableName(table).indexName(index)).items().stream()
                .map(Places::text)
                .toList();
        return place("index " + table + " " + index, rows);
    }

    private static String text(Map<String, AttributeValue> row) {
        return row.entrySet().stream()
                .map(attribute -> attribute.getKey() + "=" + text(attribute.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** Bytes too, which the SDK would print as their length. */
    private static String text(AttributeValue value) {
        return switch (value.type()) {
            case B -> value.b().asString(ISO_8859_1);
            case BS ->
                value.bs().stream().map(bytes -> bytes.asString(ISO_8859_1)).collect(Collectors.joining("\n"));
            case L -> value.l().stream().map(Places::text).collect(Collectors.joining("\n"));
            case M -> text(value.m());
            case S, N, SS, NS, BOOL, NUL, UNKNOWN_TO_SDK_VERSION -> value.toString();
        };
    }

    private static Stream<Place> buckets(S3Client s3) {
        return s3.listBuckets().buckets().stream().map(bucket -> {
            var objects = s3.listObjectsV2Paginator(list -> list.bucket(bucket.name())).contents().stream()
                    .map(object -> object.key() + "\n" + object(s3, bucket.name(), object.key()))
                    .toList();
            return place("bucket " + bucket.name(), objects);
        });
    }

    private static String object(S3Client s3, String bucket, String key) {
        var object = s3.getObjectAsBytes(get -> get.bucket(bucket).key(key));
        return object.response().metadata() + "\n" + object.asString(ISO_8859_1);
    }

    /** Queues and dead letters; what is under way is seen by its number alone. */
    public static List<Place> queues(SqsClient sqs) {
        return sqs.listQueues().queueUrls().stream()
                .map(url -> {
                    var texts = sqs
                            .receiveMessage(receive -> receive.queueUrl(url)
                                    .maxNumberOfMessages(MESSAGES)
                                    .visibilityTimeout(0))
                            .messages()
                            .stream()
                            .map(Message::body)
                            .toList();
                    return place("queue " + url.substring(url.lastIndexOf('/') + 1), texts);
                })
                .toList();
    }

    /** The files below a folder, each part of it a place of its own: engines may keep what they no longer answer. */
    public static List<Place> files(Path folder) throws IOException {
        var places = new ArrayList<Place>();
        try (var children = Files.list(folder)) {
            for (var child : children.sorted().toList()) {
                places.add(filesOf(folder, child));
            }
        }
        return List.copyOf(places);
    }

    private static Place filesOf(Path folder, Path child) throws IOException {
        var texts = new ArrayList<String>();
        try (var below = Files.walk(child)) {
            for (var file : below.filter(Files::isRegularFile).sorted().toList()) {
                texts.add(folder.relativize(file) + "\n" + Files.readString(file, ISO_8859_1));
            }
        }
        return place("files " + child.getFileName(), texts);
    }

    private static Place place(String name, List<String> texts) {
        return new Place(name, texts.size(), String.join("\n", texts));
    }
}
