package passby.local.coldstart;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Executors;
import passby.core.recognition.Recognizer;
import passby.local.engine.LocalClients;
import passby.recognizer.wire.RecognizerRequest;
import passby.recognizer.wire.RecognizerWire;

/**
 * What a city does not have as an engine, each with the one answer that functions ask for: KMS unwraps the city's key, signs with
 * the ledger's and shows the one of pushes, Lambda lets the recogniser answer, S3 knows no lifecycle rules yet, and the runtime's own desk
 * hands out credentials. On a loopback address.
 */
final class StubAwsServices implements AutoCloseable {
    private final HttpServer server;
    private final byte[] cityKey;
    private final Recognizer recognizer;
    private final Clock clock;
    private final RecognizerWire wire = new RecognizerWire();
    private final KeyPair ledgerKey = made("Ed25519");
    private final KeyPair pushKey = made("EC");

    private volatile String lastDeployment = "";

    private StubAwsServices(byte[] cityKey, Recognizer recognizer, Clock clock) throws IOException {
        this.cityKey = cityKey.clone();
        this.recognizer = recognizer;
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
    }

    static StubAwsServices start(byte[] cityKey, Recognizer recognizer, Clock clock) throws IOException {
        var outside = new StubAwsServices(cityKey, recognizer, clock);
        outside.server.start();
        return outside;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** For {@code AWS_CONTAINER_CREDENTIALS_FULL_URI}. */
    URI credentials() {
        return endpoint().resolve("/credentials");
    }

    /** For {@code ResponseURL}. */
    URI deployment() {
        return endpoint().resolve("/deployment");
    }

    /** What a custom resource answered last. */
    String lastDeployment() {
        return lastDeployment;
    }

    private void serve(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/credentials")) {
            answer(exchange, json(credentialsOfAnHour()));
        } else if (path.equals("/deployment")) {
            lastDeployment = new String(body, StandardCharsets.UTF_8);
            answer(exchange, new byte[0]);
        } else if ("lifecycle".equals(exchange.getRequestURI().getQuery())) {
            answer(exchange, "<LifecycleConfiguration/>".getBytes(StandardCharsets.UTF_8));
        } else if (path.contains("/functions/")) {
            answer(exchange, recognition(body));
        } else {
            answer(exchange, json(ofKms(exchange.getRequestHeaders().getFirst("X-Amz-Target"), body)));
        }
    }

    /** Source: AWS KMS API Reference, "Sign", "GetPublicKey" and "Decrypt". */
    private Map<String, String> ofKms(String target, byte[] body) throws IOException {
        return switch (target) {
            case "TrentService.Sign" -> Map.of("Signature", base64(signed(body)));
            case "TrentService.GetPublicKey" ->
                Map.of("PublicKey", base64(key(body).getPublic().getEncoded()));
            default -> Map.of("Plaintext", base64(cityKey), "KeyId", "arn:aws:kms:made-up");
        };
    }

    private byte[] signed(byte[] body) throws IOException {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(ledgerKey.getPrivate());
            signature.update(new ObjectMapper().readTree(body).path("Message").binaryValue());
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /** The two keys that sign are told apart by their names; of EC, P-256 is the JDK's own choice by its size. */
    private KeyPair key(byte[] request) {
        return new String(request, StandardCharsets.UTF_8).contains("push") ? pushKey : ledgerKey;
    }

    private static KeyPair made(String algorithm) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(256);
            }
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private byte[] recognition(byte[] request) {
        return switch (wire.decodeRequest(request)) {
            case RecognizerRequest.Read(var frame) -> wire.encode(recognizer.read(frame));
            case RecognizerRequest.Crop _, RecognizerRequest.Mask _ ->
                throw new IllegalStateException("no first answer cuts or masks a picture");
        };
    }

    private Map<String, String> credentialsOfAnHour() {
        return Map.of(
                "AccessKeyId", LocalClients.CREDENTIALS.accessKeyId(),
                "SecretAccessKey", LocalClients.CREDENTIALS.secretAccessKey(),
                "Expiration", clock.instant().plus(Duration.ofHours(1)).toString());
    }

    private static byte[] json(Map<String, String> members) {
        var object = JsonNodeFactory.instance.objectNode();
        members.forEach(object::put);
        return object.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
