package passby.local.coldstart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import passby.aws.api.CaptureFunctions;
import passby.aws.api.FunctionSpec;
import passby.aws.api.ReadFunctions;
import passby.aws.api.RetentionFunctions;
import passby.aws.api.Setting;
import passby.aws.dynamodb.Tables;
import passby.aws.people.CognitoFactors;
import passby.aws.sealing.HttpWitnesses;
import passby.core.recognition.Recognizer;
import passby.core.retention.NonHitRetention;
import passby.local.SpringfieldSetup;
import passby.local.city.City;
import passby.local.coldstart.FirstAnswer.Watcher;
import passby.local.engine.LocalClients;
import passby.local.springfield.Springfield;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A settled city whose functions are started one by one, each in a process of its own. */
final class ColdStartCity implements AutoCloseable {
    private static final String UPLOADS = "passby-cold-uploads";
    private static final Set<String> OF_THE_CONNECTION = Set.of("host", "content-length");
    private static final byte[] FRAME = {(byte) 0xff, (byte) 0xd8, 1, 2, 3, (byte) 0xff, (byte) 0xd9};

    private final City city;
    private final StubAwsServices outside;
    private final HttpClient http;
    private final ColdStartRequests errands;
    private final Path code;
    private final Path folder;

    private ColdStartCity(
            City city, StubAwsServices outside, HttpClient http, ColdStartRequests errands, Path code, Path folder) {
        this.city = city;
        this.outside = outside;
        this.http = http;
        this.errands = errands;
        this.code = code;
        this.folder = folder;
    }

    /**
     * @param code folder of the functions, as in their zip
     * @param folder for keys and logs
     * @param recognizer what the recogniser's function answers
     */
    static ColdStartCity open(Path code, Path folder, Recognizer recognizer) throws IOException, InterruptedException {
        var clock = Clock.systemUTC();
        var random = new SecureRandom();
        // The local city's policy has the container alone read plates.
        var plan = City.Plan.quiet(folder, NonHitRetention.DAYS_7, engines -> recognizer, List.of());
        var city = City.start(plan, clock, count -> bytes(random, count));
        var http = HttpClient.newHttpClient();
        var cameras = new SpringfieldSetup(city, http, folder, clock, random).settle(List.of());
        city.engines().s3().ensureBucket(UPLOADS);
        var outside = StubAwsServices.start(Files.readAllBytes(folder.resolve("city.key")), recognizer, clock);
        keepWrappedKey(city);
        // A city's very first sweep looks back for hours, which is work and no start.
        var _ = city.wiring().capture().sweepUploads().handle();
        return new ColdStartCity(
                city,
                outside,
                http,
                new ColdStartRequests(city, cameras.getFirst(), clock, UPLOADS, outside),
                code,
                folder);
    }

    private static byte[] bytes(SecureRandom random, int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** As it is stored in AWS; here whoever is asked to unwrap it knows what it is. */
    private static void keepWrappedKey(City city) {
        var row = Tables.CITY_KEYS.attributes(Tables.CITY_KEYS.key("1"));
        row.put("v", AttributeValue.fromN("1"));
        row.put("wrapped", AttributeValue.fromB(SdkBytes.fromUtf8String("wrapped")));
        city.engines()
                .clients()
                .dynamoDb()
                .putItem(put -> put.tableName(new Tables(City.TABLES).name(Tables.CITY_KEYS))
                        .item(row));
    }

    /**
     * Starts the function and has it answer.
     *
     * @param snapshot whether as for a snapshot, which is then restored at once
     * @throws IllegalStateException when it answers wrongly or not
     */
    FirstAnswer first(FunctionSpec function, boolean snapshot, List<String> options)
            throws IOException, InterruptedException {
        var errand = errands.of(function, function.equals(ReadFunctions.READ_PLATES) ? uploaded() : "");
        return answer(function, errand, snapshot, options, Watcher.nobody());
    }

    /** The same as from a snapshot, with the live heap written down when it is taken and after the answer. */
    void dumped(FunctionSpec function, Path atSnapshot, Path afterAnswer) throws IOException, InterruptedException {
        var errand = errands.of(function, function.equals(ReadFunctions.READ_PLATES) ? uploaded() : "");
        answer(function, errand, true, List.of(), new Watcher() {
            @Override
            public void atSnapshot(FunctionProcess process) {
                process.dump(atSnapshot);
            }

            @Override
            public void afterAnswer(FunctionProcess process) {
                process.dump(afterAnswer);
            }
        });
    }

    /** What a function without these variables says of its start. */
    String failure(FunctionSpec function, String... missing) {
        var environment = environment(function, false);
        environment.keySet().removeAll(Set.of(missing));
        try {
            FirstAnswer.of(
                    function, "{}", code, List.of(), environment, log(function), Watcher.nobody(), System::nanoTime);
            return "";
        } catch (IllegalStateException e) {
            return String.valueOf(e.getCause());
        }
    }

    private FirstAnswer answer(
            FunctionSpec function,
            ColdStartRequests.Errand errand,
            boolean snapshot,
            List<String> options,
            Watcher watcher) {
        var answer = FirstAnswer.of(
                function,
                errand.event(),
                code,
                options,
                environment(function, snapshot),
                log(function),
                watcher,
                System::nanoTime);
        if (!errand.isRight().test(ColdStartRequests.tree(answer.answer()))) {
            throw new IllegalStateException(function.name() + " answered wrongly: " + answer.answer());
        }
        return answer;
    }

    /** Where a function's process writes. */
    Path log(FunctionSpec function) {
        return folder.resolve(function.name() + ".log");
    }

    /** A camera's frame in the bucket, brought there by a URL of the function that issues them. */
    private String uploaded() throws IOException, InterruptedException {
        var answer =
                answer(CaptureFunctions.ISSUE_UPLOAD_URLS, errands.upload(FRAME), false, List.of(), Watcher.nobody());
        var upload = ColdStartRequests.tree(
                        ColdStartRequests.tree(answer.answer()).path("body").asText())
                .path("uploads")
                .path(0);
        var url = URI.create(upload.path("url").asText());
        var put = HttpRequest.newBuilder(url).PUT(BodyPublishers.ofByteArray(FRAME));
        upload.path("headers").properties().forEach(header -> {
            if (!OF_THE_CONNECTION.contains(header.getKey())) {
                put.header(header.getKey(), header.getValue().asText());
            }
        });
        var status = http.send(put.build(), BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IllegalStateException("the frame was not stored: " + status + " " + answer.answer());
        }
        return url.getPath().substring(url.getPath().indexOf(UPLOADS) + UPLOADS.length() + 1);
    }

    private Map<String, String> environment(FunctionSpec function, boolean snapshot) {
        var engines = city.engines();
        var environment = new HashMap<String, String>();
        for (var setting : function.settings()) {
            environment.put(setting.variable(), value(setting, function));
        }
        environment.put("AWS_ENDPOINT_URL", outside.endpoint().toString());
        environment.put(
                "AWS_ENDPOINT_URL_DYNAMODB", engines.dynamoDb().endpoint().toString());
        // Our S3 keeps no lifecycle rules, which is all that this one asks it for.
        var s3 = function.equals(RetentionFunctions.REDATE)
                ? outside.endpoint()
                : engines.s3().endpoint();
        environment.put("AWS_ENDPOINT_URL_S3", s3.toString());
        environment.put("AWS_ENDPOINT_URL_SNS", engines.sns().endpoint().toString());
        environment.put("AWS_REGION", "us-east-1");
        environment.put("AWS_LAMBDA_FUNCTION_NAME", "passby-" + function.name());
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        environment.put(
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                String.valueOf(function.size().memoryMb()));
        environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "made-up");
        environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "made-up");
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", snapshot ? "snap-start" : "on-demand");
        if (snapshot) {
            environment.put(
                    "AWS_CONTAINER_CREDENTIALS_FULL_URI", outside.credentials().toString());
            environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "made-up");
        } else {
            environment.put("AWS_ACCESS_KEY_ID", LocalClients.CREDENTIALS.accessKeyId());
            environment.put("AWS_SECRET_ACCESS_KEY", LocalClients.CREDENTIALS.secretAccessKey());
        }
        return environment;
    }

    private String value(Setting setting, FunctionSpec function) {
        var engines = city.engines();
        return switch (setting) {
            case FUNCTION -> function.name();
            case TABLES -> City.TABLES;
            case UPLOADS -> UPLOADS;
            case UPLOADS_QUEUE -> "http://127.0.0.1:9/000000000000/passby-uploads";
            case EVIDENCE -> City.EVIDENCE;
            case EVIDENCE_LOCKS -> "false";
            case LISTS_QUEUE -> "http://127.0.0.1:9/000000000000/passby-lists";
            case ALERTS_QUEUE -> "http://127.0.0.1:9/000000000000/passby-alerts";
            case WEBHOOKS_QUEUE -> "http://127.0.0.1:9/000000000000/passby-webhooks";
            case PICTURES, FEEDS, LISTS -> City.PICTURES;
            case ARCHIVE -> City.ARCHIVE;
            case ALERTS ->
                engines.clients()
                        .sns()
                        .createTopic(topic -> topic.name("passby-alerts"))
                        .topicArn();
            case RECOGNIZER -> "arn:aws:lambda:us-east-1:000000000000:function:passby-Recognizer:live";
            case CITY_KEY -> "arn:aws:kms:us-east-1:000000000000:key/made-up";
            case LEDGER -> City.PICTURES;
            case LEDGER_LOCK_DAYS -> "0";
            case LEDGER_KEY -> "arn:aws:kms:us-east-1:000000000000:key/made-up-ledger";
            case PUSH_KEY -> "arn:aws:kms:us-east-1:000000000000:key/made-up-push";
            case EMAIL_SENDER -> Setting.NO_SENDER;
            case WITNESSES -> HttpWitnesses.NOBODY;
            case PUBLIC_DELAY_HOURS -> "24";
            case ACCOUNT -> "000000000000";
            case ISSUER -> engines.oidc().issuer().toString();
            case ISSUER_KEYS -> engines.oidc().keys().toString();
            case AUDIENCE -> Springfield.CITY_ID;
            case SECOND_FACTOR_ENFORCED -> "false";
            case USER_POOL -> CognitoFactors.NO_POOL;
        };
    }

    @Override
    public void close() {
        outside.close();
        http.close();
        city.close();
    }
}
