package passby.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.SnsException;

class LocalEnginesIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void whatIsStoredInAFolderIsThereAfterARestart() {
        try (var engines = TestEngines.start(new Storage.Folder(folder))) {
            createTable(engines);
            engines.clients().dynamoDb().putItem(put -> put.tableName("things").item(Map.of("id", text("kept"))));
            put(engines, "pictures", "a/b.jpg", "bytes");
        }

        try (var engines = TestEngines.start(new Storage.Folder(folder))) {
            var item = engines.clients()
                    .dynamoDb()
                    .getItem(get -> get.tableName("things").key(Map.of("id", text("kept"))))
                    .item();
            var object = engines.clients()
                    .s3()
                    .getObjectAsBytes(get -> get.bucket("pictures").key("a/b.jpg"));

            assertThat(item).containsEntry("id", text("kept"));
            assertThat(object.asUtf8String()).isEqualTo("bytes");
            assertThat(object.response().contentType()).isEqualTo("image/jpeg");
            assertThat(object.response().metadata()).containsEntry("sequence", "1");
        }
    }

    @Test
    void whatStillLiesInTheBucketIsToldAgainAfterARestartAndNamesTheSameInstant() throws Exception {
        List<String> before;
        try (var engines = TestEngines.start(new Storage.Folder(folder))) {
            put(engines, TestEngines.UPLOADS, "u/left here.jpg", "1");
            put(engines, TestEngines.UPLOADS, "u/processed.jpg", "2");
            before = bodies(engines, 3);
            engines.clients()
                    .s3()
                    .deleteObject(delete -> delete.bucket(TestEngines.UPLOADS).key("u/processed.jpg"));
        }

        List<String> after;
        try (var engines = TestEngines.start(new Storage.Folder(folder))) {
            after = bodies(engines, 1);
        }

        assertThat(before.getFirst()).contains("s3:TestEvent");
        assertThat(after).hasSize(1);
        assertThat(JSON.readTree(after.getFirst())).isEqualTo(JSON.readTree(before.get(1)));
        assertThat(after.getFirst()).contains("u/left+here.jpg");
    }

    @Test
    void inMemoryNothingIsLeft() {
        try (var engines = TestEngines.start(new Storage.InMemory())) {
            createTable(engines);
        }

        try (var engines = TestEngines.start(new Storage.InMemory())) {
            assertThat(engines.clients().dynamoDb().listTables().tableNames()).isEmpty();
            assertThat(engines.s3().objects(TestEngines.UPLOADS)).isEmpty();
            assertThat(engines.s3().objects("no-such-bucket")).isEmpty();
        }
    }

    @Test
    void noEngineListensToTheNetwork() throws Exception {
        try (var engines = TestEngines.start(new Storage.InMemory())) {
            var endpoints = List.of(
                    engines.dynamoDb().endpoint(),
                    engines.s3().endpoint(),
                    engines.sqs().endpoint(),
                    engines.sns().endpoint(),
                    engines.oidc().issuer());
            var others = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .toList();

            assertThat(endpoints).extracting(URI::getHost).containsOnly("127.0.0.1");
            for (var endpoint : endpoints) {
                for (var address : others) {
                    assertThatThrownBy(() -> connect(new InetSocketAddress(address, endpoint.getPort())))
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    void aPublishedMessageReachesTheListenerWithItsAttributes() {
        var heard = new ArrayList<Published>();
        try (var engines = TestEngines.start(new Storage.InMemory(), heard::add)) {
            var sns = engines.clients().sns();
            var topic = sns.createTopic(create -> create.name("alerts")).topicArn();
            var subscription = sns.subscribe(subscribe ->
                            subscribe.topicArn(topic).protocol("https").endpoint("https://officer.example/"))
                    .subscriptionArn();

            var id = sns.publish(publish -> publish.topicArn(topic)
                            .subject("a <subject> & more")
                            .message("{\"text\":\"<b>&amp; ü €\"}")
                            .messageAttributes(
                                    Map.of("zone", attribute("north & <west>"), "match", attribute("EXACT"))))
                    .messageId();

            assertThat(topic).isEqualTo("arn:aws:sns:us-east-1:000000000000:alerts");
            assertThat(subscription).startsWith(topic + ":");
            assertThat(heard)
                    .containsExactly(new Published(
                            id,
                            topic,
                            "a <subject> & more",
                            "{\"text\":\"<b>&amp; ü €\"}",
                            Map.of("zone", "north & <west>", "match", "EXACT")));
        }
    }

    @Test
    void anActionThatSnsDoesNotHaveHereIsRefused() {
        try (var engines = TestEngines.start(new Storage.InMemory())) {
            var sns = engines.clients().sns();

            assertThatThrownBy(sns::listTopics).isInstanceOfSatisfying(SnsException.class, refused -> {
                assertThat(refused.statusCode()).isEqualTo(400);
                assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("InvalidAction");
            });
        }
    }

    private static void createTable(LocalEngines engines) {
        engines.clients()
                .dynamoDb()
                .createTable(create -> create.tableName("things")
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(AttributeDefinition.builder()
                                .attributeName("id")
                                .attributeType(ScalarAttributeType.S)
                                .build())
                        .keySchema(KeySchemaElement.builder()
                                .attributeName("id")
                                .keyType(KeyType.HASH)
                                .build()));
    }

    private static void put(LocalEngines engines, String bucket, String key, String bytes) {
        engines.clients()
                .s3()
                .putObject(
                        put -> put.bucket(bucket)
                                .key(key)
                                .contentType("image/jpeg")
                                .metadata(Map.of("sequence", "1")),
                        RequestBody.fromString(bytes));
    }

    /** The bodies of so many messages, in the order in which they were sent, and none more. */
    private static List<String> bodies(LocalEngines engines, int count) {
        var sqs = engines.clients().sqs();
        var url = engines.queue(TestEngines.UPLOADS).url();
        var bodies = new ArrayList<String>();
        for (int attempt = 0; bodies.size() < count && attempt < 20; attempt++) {
            sqs.receiveMessage(receive ->
                            receive.queueUrl(url).maxNumberOfMessages(1).waitTimeSeconds(1))
                    .messages()
                    .forEach(message -> bodies.add(message.body()));
        }
        assertThat(sqs.receiveMessage(receive -> receive.queueUrl(url)).messages())
                .isEmpty();
        return bodies;
    }

    private static void connect(InetSocketAddress address) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(address, 500);
        }
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static MessageAttributeValue attribute(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
