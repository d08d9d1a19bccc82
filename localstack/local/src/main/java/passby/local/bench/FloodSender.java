package passby.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import passby.local.camera.CameraClient;
import passby.local.camera.CameraImage;
import passby.local.camera.CameraKeyFile;
import passby.local.camera.CameraTokenMaker;
import passby.local.camera.UploadResult;
import passby.local.springfield.Springfield;

/**
 * The flood of {@link FloodBench}, in a process of its own so that its processor time is not the city's. Says that it began, works
 * until its input ends, and then tells what it was answered.
 */
public final class FloodSender {
    private static final int SENDERS = 4;
    private static final int FRAMES = 50;
    private static final int FRAME_BYTES = 300_000;

    /** What is sent. */
    enum Kind {
        /** A camera's announcements, hashed, written and signed, and kept. */
        PREPARE("one camera that prepares %d x " + FRAMES + " frames a second and sends nothing"),
        /** The same, sent. */
        ANNOUNCE("one camera, %d x " + FRAMES + " frames a second"),
        /** Requests without a sign-in, and with a forged one. */
        ASK("one address, %d requests a second");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        String told(int aSecond) {
            return sentence.formatted(aSecond);
        }
    }

    private final Kind kind;
    private final URI city;
    private final CameraTokenMaker tokens;
    private final HttpClient http;
    private final CameraImage shot;

    private FloodSender(Kind kind, URI city, CameraTokenMaker tokens, HttpClient http, CameraImage shot) {
        this.kind = kind;
        this.city = city;
        this.tokens = tokens;
        this.http = http;
        this.shot = shot;
    }

    /** @param arguments kind, how often a second, the city's address, the file of the camera's key */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var clock = Clock.systemUTC();
        var random = new SecureRandom();
        var key = CameraKeyFile.read(Path.of(arguments[3]));
        var frame = new byte[FRAME_BYTES];
        random.nextBytes(frame);
        var facts = new CameraImage.Facts(clock.instant(), 40.0, -89.0, 0, "flood_" + clock.millis(), 1);
        try (var http = HttpClient.newHttpClient()) {
            var tokens = new CameraTokenMaker(key, Springfield.CITY_ID, clock, random);
            new FloodSender(
                            Kind.valueOf(arguments[0]),
                            URI.create(arguments[2]),
                            tokens,
                            http,
                            new CameraImage(frame, facts))
                    .run(Integer.parseInt(arguments[1]));
        }
    }

    private void run(int aSecond) throws IOException, InterruptedException {
        var over = new AtomicBoolean();
        var answers = new TreeMap<String, Integer>();
        var pace = Duration.ofSeconds(SENDERS).dividedBy(aSecond);
        System.out.println("begun");
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = IntStream.range(0, SENDERS)
                    .mapToObj(first -> senders.submit(() -> {
                        for (var i = first; !over.get(); i += SENDERS) {
                            var next = System.nanoTime() + pace.toNanos();
                            count(answers, strike(i));
                            Pace.until(next);
                        }
                        return null;
                    }))
                    .toList();
            System.in.readAllBytes();
            over.set(true);
            for (var sender : sent) {
                sender.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a sender failed", e);
        }
        answers.forEach((answer, count) -> System.out.printf("%-44s %,8d%n", answer, count));
    }

    private static void count(Map<String, Integer> answers, List<String> seen) {
        synchronized (answers) {
            seen.forEach(answer -> answers.merge(answer, 1, Integer::sum));
        }
    }

    private List<String> strike(int number) throws IOException, InterruptedException {
        return switch (kind) {
            case PREPARE -> prepare();
            case ANNOUNCE -> announce();
            case ASK -> ask(number);
        };
    }

    private List<String> prepare() {
        var body = new StringBuilder();
        for (var one : Collections.nCopies(FRAMES, shot)) {
            body.append(one.announcement());
        }
        var token = tokens.token("POST", "/v1/uploads", body.toString().getBytes(UTF_8));
        return List.of(token.isEmpty() ? "not signed" : "call prepared");
    }

    /** The camera's key is genuine: frames that it gets a URL for are put. */
    private List<String> announce() throws IOException, InterruptedException {
        return new CameraClient(city, tokens, http)
                .send(Collections.nCopies(FRAMES, shot)).stream()
                        .map(result -> switch (result) {
                            case UploadResult.Stored _ -> "frame stored";
                            case UploadResult.Refused refused -> "frame refused, " + refused.status();
                            case UploadResult.NotStored failed -> "frame not stored, " + failed.status();
                        })
                        .toList();
    }

    /** Without a sign-in, with a forged one, and as a camera whose token nobody signed. */
    private List<String> ask(int request) throws IOException, InterruptedException {
        var forged = "Bearer eyJhbGciOiJFUzI1NiJ9.e30." + "A".repeat(86);
        var builder = HttpRequest.newBuilder(URI.create(city + path(request)));
        if (request % 2 == 1) {
            builder.header("Authorization", forged);
        }
        if (request % 4 >= 2) {
            builder.header("Content-Type", "application/json").POST(BodyPublishers.ofString("{\"uploads\":[]}"));
        }
        var status = http.send(builder.build(), BodyHandlers.discarding()).statusCode();
        return List.of("answered " + status);
    }

    private static String path(int request) {
        return request % 4 >= 2 ? "/v1/uploads" : "/v1/hits";
    }
}
