package passby.aws.capture;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.aws.json.JsonObject;
import passby.aws.json.StrictJson;
import passby.core.capture.CaptureFacts;
import passby.core.capture.UploadKey;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.id.Digests;
import passby.core.plate.Candidate;
import passby.core.plate.IssuingState;
import passby.core.read.PostedRead;
import passby.core.read.PostedReads;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Reads of cameras as objects of the bucket of uploads: the body is one of {@code POST /v1/reads} with a single read. The plate
 * stands in the body and not in the metadata, which S3 does not encrypt. (Amazon S3 User Guide, "Working with object metadata")
 */
public final class S3PostedReads implements PostedReads {
    private static final String CONTENT_TYPE = "application/json";

    private final S3Client s3;
    private final String bucket;

    /** @param bucket of uploads */
    public S3PostedReads(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void put(UploadKey key, PostedRead read) {
        var body = body(read).string().getBytes(StandardCharsets.UTF_8);
        s3.putObject(
                put -> put.bucket(bucket)
                        .key(key.format())
                        .contentType(CONTENT_TYPE)
                        .checksumSHA256(Base64.getEncoder().encodeToString(Digests.sha256(body)))
                        .ifNoneMatch("*")
                        .metadata(S3CaptureFacts.write(read.facts())),
                RequestBody.fromBytes(body));
    }

    @Override
    public Optional<PostedRead> find(UploadKey key) {
        try {
            var object = s3.getObjectAsBytes(get -> get.bucket(bucket).key(key.format()));
            return Optional.of(parse(object.asByteArrayUnsafe()));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    private static PostedRead parse(byte[] body) {
        if (StrictJson.parse(body) instanceof StrictJson.Parsed.Members(var members)
                && PostedRead.parse(new Form(members)) instanceof Checked.Valid<List<PostedRead>>(var reads)
                && reads.size() == 1) {
            return reads.getFirst();
        }
        throw new IllegalStateException("an object under a read's key is no read of ours");
    }

    private static JsonObject body(PostedRead read) {
        var facts = read.facts();
        var json = new JsonObject()
                .with("capturedAt", facts.capturedAt())
                .with("sequence", facts.sequence())
                .with(
                        "candidates",
                        read.candidates().stream().map(S3PostedReads::json).toList())
                .with("engine", read.engine().name().substring(PostedRead.ENGINE_PREFIX.length()))
                .with("engineVersion", read.engine().version());
        addPlace(json, facts);
        if (read.state() instanceof IssuingState.Issued(var code, var confidence)) {
            json.with("state", new JsonObject().with("code", code).with("confidence", confidence.value()));
        }
        return new JsonObject().with("reads", List.of(json));
    }

    /** What the camera did not say is left out. */
    private static void addPlace(JsonObject json, CaptureFacts facts) {
        var position = facts.position();
        if (position != null) {
            json.with("latitude", position.latitude()).with("longitude", position.longitude());
        }
        add(json, "heading", facts.heading());
        add(json, "passId", facts.pass());
    }

    private static void add(JsonObject json, String name, @Nullable Object value) {
        if (value != null) {
            json.with(name, value);
        }
    }

    private static JsonObject json(Candidate candidate) {
        return new JsonObject()
                .with("plate", candidate.plate().raw())
                .with("confidence", candidate.confidence().value());
    }
}
