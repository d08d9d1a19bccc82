package passby.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;
import passby.core.governance.CityParameters;
import passby.core.ledger.Count;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.recognition.Recognizer;
import passby.core.retention.NonHitRetention;
import passby.local.camera.CameraClient;
import passby.local.camera.CameraImage;
import passby.local.camera.UploadResult;
import passby.local.city.City;
import passby.local.city.CityLog;
import passby.local.city.LocalFrames;
import passby.local.engine.LocalEngines;
import passby.local.engine.LocalQueue;
import passby.local.engine.Storage;
import passby.local.springfield.Springfield;
import passby.recognizer.PlateRecognizer;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The real local city, settled, as a journey meets it: its doors, its cameras, and everything that may be looked into. */
final class TestCity implements AutoCloseable {
    static final String UPLOADS = "passby-uploads";
    static final String TABLES = "passby-";

    private static final List<QueueAttributeName> WAITING_AND_UNDER_WAY = List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    /** A busy machine must not make a picture of a test too slow. */
    private static final PlateRecognizer.Limits PATIENT = new PlateRecognizer.Limits(1, Duration.ofSeconds(60));

    private final SecureRandom random = new SecureRandom();
    private final MovableClock clock = new MovableClock();
    private final Happenings happenings = new Happenings();
    private final AtomicBoolean awake = new AtomicBoolean(true);
    private final AtomicInteger shots = new AtomicInteger();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Instant startedAt = clock.instant();
    private final Path folder;
    private final CityLog log;
    private final City city;
    private final List<CameraClient> cameras;

    private TestCity(Path folder, Storage storage, NonHitRetention retention) throws IOException, InterruptedException {
        this.folder = folder;
        this.log = CityLog.toFile(logFile());
        var plan = new City.Plan(
                storage,
                folder,
                0,
                retention,
                this::recognizer,
                happenings::processed,
                happenings::published,
                happenings::texted,
                List.of(new HurriedQueue()));
        this.city = City.start(plan, clock, this::bytes);
        letCamerasAskForMore();
        this.cameras = new SpringfieldSetup(city, http, folder, clock, random).settle(List.of());
    }

    /** Journeys ask for many URLs that they never use, which a real city would not forgive one camera. */
    private void letCamerasAskForMore() {
        var documents = city.wiring().governance().policyDocuments();
        var inForce = documents.current();
        var bounds = inForce.bounds();
        var raised = CityParameters.of(inForce)
                .policy(
                        inForce.version() + 1,
                        bounds.withCameras(bounds.entriesPerHour() * 10, 1_000, bounds.cameraDailyMegabytes()));
        var entry = new EntryFactory(clock, this::bytes)
                .create(
                        EntryType.POLICY_CHANGED,
                        Outcome.DONE,
                        raised.hash(),
                        Map.of(Field.ACTION, "bounds for tests"));
        documents.put(raised, entry);
    }

    static TestCity inMemory(Path folder, NonHitRetention retention) throws IOException, InterruptedException {
        return new TestCity(folder, new Storage.InMemory(), retention);
    }

    static TestCity onDisk(Path folder) throws IOException, InterruptedException {
        return new TestCity(folder, new Storage.Folder(folder), NonHitRetention.DAYS_7);
    }

    private Recognizer recognizer(LocalEngines engines) {
        var frames = new LocalFrames(engines.clients().s3());
        return new SpellingRecognizer(frames, awake, new PlateRecognizer(frames, clock, PATIENT));
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    City city() {
        return city;
    }

    LocalEngines engines() {
        return city.engines();
    }

    Path folder() {
        return folder;
    }

    MovableClock clock() {
        return clock;
    }

    Happenings happenings() {
        return happenings;
    }

    CameraClient camera() {
        return cameras.getFirst();
    }

    CameraClient otherCamera() {
        return cameras.getLast();
    }

    /** Whether the recogniser reads frames that are to be read later. */
    void awake(boolean now) {
        awake.set(now);
    }

    Visitor anybody() {
        return bearing("");
    }

    Visitor officer() {
        return person(Springfield.OFFICER);
    }

    Visitor admin() {
        return person(Springfield.ADMIN);
    }

    /** Signed in now, in a session of their own. */
    Visitor person(String personId) {
        var session = "session-" + shots.incrementAndGet();
        return bearing(engines().oidc().accessToken(personId, Duration.ofHours(1), Map.of("origin_jti", session)));
    }

    Visitor bearing(String token) {
        return new Visitor(http, city.api(), token);
    }

    /** A frame of a vehicle that passes now, alone. */
    CameraImage shot(byte[] bytes) {
        return shot(bytes, clock.instant());
    }

    CameraImage shot(byte[] bytes, Instant capturedAt) {
        return new CameraImage(
                bytes, new CameraImage.Facts(capturedAt, 40.0, -89.0, 90, "pass_" + shots.incrementAndGet(), 1));
    }

    /** What the city answers to a camera that asks in the right way. */
    Reply ask(CameraClient camera, byte[] body) throws InterruptedException {
        var token = camera.tokens().token("POST", "/v1/uploads", body);
        return bearing(token).send("POST", "/v1/uploads", "application/json", body);
    }

    Promise promise(CameraImage shot) throws InterruptedException {
        return Promise.of(ask(camera(), Bodies.announcement(shot)).is(201).at("/uploads/0"));
    }

    /** Sends frames as a camera does, in one request. */
    List<String> send(CameraImage... all) throws IOException, InterruptedException {
        var uploadIds = new ArrayList<String>();
        for (var sent : camera().send(List.of(all))) {
            uploadIds.add(
                    switch (sent) {
                        case UploadResult.Stored(var uploadId) -> uploadId;
                        case UploadResult.Refused _, UploadResult.NotStored _ -> Assertions.fail("not stored: " + sent);
                    });
        }
        return uploadIds;
    }

    String send(byte[] frame) throws IOException, InterruptedException {
        return send(shot(frame)).getFirst();
    }

    /** A complete search for a plate in the last weeks. */
    Map<String, Object> search(String plate) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Map.of(
                "plate", plate,
                "from", now.minus(Duration.ofDays(20)).toString(),
                "to", now.plus(Duration.ofMinutes(1)).toString(),
                "purpose", Bodies.purpose());
    }

    /** The plates that a search found. */
    List<String> found(Visitor officer, String plate) throws InterruptedException {
        return officer.post("/v1/searches", search(plate))
                .is(200)
                .path("rows")
                .valueStream()
                .map(row -> row.path("plate").asText())
                .toList();
    }

    /** The messages of the alerts so far. */
    List<JsonNode> alerts() throws IOException {
        var messages = new ArrayList<JsonNode>();
        for (var alert : happenings.alerts()) {
            messages.add(new ObjectMapper().readTree(alert.message()));
        }
        return messages;
    }

    /** How often that was counted since the city started. */
    long counted(Count count) {
        var sum = 0L;
        for (var minute = startedAt; !minute.isAfter(clock.instant().plus(Duration.ofMinutes(1))); ) {
            sum += city.wiring().counters().ofMinute(minute).getOrDefault(count, 0L);
            minute = minute.plus(Duration.ofMinutes(1));
        }
        return sum;
    }

    LocalQueue queue() {
        return engines().queue("uploads");
    }

    /** Puts a message straight on the queue, as if the store had sent it. */
    void tell(String message) {
        engines()
                .clients()
                .sqs()
                .sendMessage(request -> request.queueUrl(queue().url()).messageBody(message));
    }

    /** After how long a message comes back that was not done. */
    void visibility(Duration visibility) {
        engines()
                .clients()
                .sqs()
                .setQueueAttributes(request -> request.queueUrl(queue().url())
                        .attributes(
                                Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(visibility.toSeconds()))));
    }

    /** Messages of a queue that wait or are under way. */
    int messages(String queueUrl) {
        var counts = engines()
                .clients()
                .sqs()
                .getQueueAttributes(request -> request.queueUrl(queueUrl).attributeNames(WAITING_AND_UNDER_WAY));
        return counts.attributes().values().stream().mapToInt(Integer::parseInt).sum();
    }

    /** The body of one dead letter, which is gone then. */
    String takeDeadLetter() {
        var sqs = engines().clients().sqs();
        var url = queue().deadLetterUrl();
        var letter = sqs.receiveMessage(request -> request.queueUrl(url).waitTimeSeconds(5))
                .messages()
                .getFirst();
        sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(letter.receiptHandle()));
        return letter.body();
    }

    /** Until nothing waits and nothing is under way. */
    void awaitQuiet() throws InterruptedException {
        Patience.until("the queue is empty", () -> messages(queue().url()) == 0);
    }

    /** The keys of the uploads that still lie there. */
    List<String> uploads() {
        return engines().s3().objects(UPLOADS).stream()
                .map(object -> object.key())
                .toList();
    }

    Path logFile() {
        return folder.resolve("city.log");
    }

    String log() throws IOException {
        return Files.readString(logFile());
    }

    /** Leaves the folder to whoever made it. */
    @Override
    public void close() {
        city.close();
        http.close();
        log.close();
    }
}
