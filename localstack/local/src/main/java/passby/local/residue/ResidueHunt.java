package passby.local.residue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import passby.core.plate.Plate;
import passby.local.city.CityKeyFile;
import passby.local.engine.LocalClients;
import passby.local.engine.LocalDynamoDb;
import passby.local.engine.LocalS3;
import passby.local.engine.Storage;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * {@code scripts/residue}: looks for plates, as they are read and as they are keyed, in everything that a city holds. Ends with 1 when
 * one is found.
 */
public final class ResidueHunt {
    private static final String USAGE = """
            scripts/residue --data DIR PLATE...      in the folder of a local city that does not run
            scripts/residue --endpoint URL [--files DIR] PLATE...
                                                     in a city in LocalStack, whose key is not at hand: plates as they are read; DIR holds
                                                     its logs""";

    private ResidueHunt() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            System.err.println(USAGE);
            Runtime.getRuntime().halt(2);
        }
        var words = Arrays.asList(arguments).subList(2, arguments.length);
        var hunt =
                switch (arguments[0]) {
                    case "--data" -> folder(Path.of(arguments[1]), words);
                    case "--endpoint" ->
                        words.getFirst().equals("--files") && words.size() > 2
                                ? endpoint(
                                        URI.create(arguments[1]),
                                        Places.files(Path.of(words.get(1))),
                                        words.subList(2, words.size()))
                                : endpoint(URI.create(arguments[1]), List.of(), words);
                    default -> throw new IllegalArgumentException(USAGE);
                };
        hunt.print(System.out::println);
        Runtime.getRuntime().halt(hunt.found().isEmpty() ? 0 : 1);
    }

    private static Hunt folder(Path folder, List<String> plates) throws IOException {
        var key = CityKeyFile.in(folder, count -> {
            throw new IllegalArgumentException("There is no city in that folder.");
        });
        var words = plates.stream()
                .map(Plate::new)
                .flatMap(plate -> Stream.of(plate.raw(), key.plateKey(plate).value()))
                .toList();
        var storage = new Storage.Folder(folder);
        var places = new ArrayList<Place>();
        try (var dynamoDb = LocalDynamoDb.start(storage);
                var s3 = LocalS3.start(storage, LocalClients.CREDENTIALS, stored -> {});
                var rows = LocalClients.dynamoDb(dynamoDb);
                var objects = LocalClients.s3(s3)) {
            places.addAll(Places.stored(rows, objects));
        }
        places.addAll(Places.files(folder));
        return new Hunt(places, words);
    }

    /** The made-up account of LocalStack, and the files beside it. */
    private static Hunt endpoint(URI endpoint, List<Place> files, List<String> plates) {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
        try (var rows = DynamoDbClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(credentials)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
                var objects = S3Client.builder()
                        .forcePathStyle(true)
                        .endpointOverride(endpoint)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(credentials)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
                var queues = SqsClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(credentials)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            var places = new ArrayList<>(Places.stored(rows, objects));
            places.addAll(Places.queues(queues));
            places.addAll(files);
            return new Hunt(places, plates);
        }
    }
}
