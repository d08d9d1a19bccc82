package passby.aws.capture;

import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import passby.aws.api.CallerKind;
import passby.aws.http.Authentication;
import passby.aws.http.HttpRequest;
import passby.aws.json.Failure;
import passby.core.capture.Camera;
import passby.core.capture.Cameras;
import passby.core.capture.SpentTokens;
import passby.core.policy.CachedPolicy;

/**
 * Knows a camera by a token that its own key signed for exactly this request. A token id is spent last, so that only a
 * token that is right in everything else can use one up.
 */
public final class CameraAuthentication implements Authentication<Camera> {
    private static final Logger LOG = LoggerFactory.getLogger(CameraAuthentication.class);

    private final Cameras cameras;
    private final SpentTokens tokens;
    private final CachedPolicy policy;
    private final Clock clock;
    private final CameraCopies copies = new CameraCopies();

    /** @param policy names the city that tokens must be made for */
    public CameraAuthentication(Cameras cameras, SpentTokens tokens, CachedPolicy policy, Clock clock) {
        this.cameras = cameras;
        this.tokens = tokens;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public CallerKind kind() {
        return CallerKind.CAMERA;
    }

    @Override
    public Verdict<Camera> verify(HttpRequest request) {
        var token = request.bearer().flatMap(CameraToken::parse);
        if (token.isEmpty()) {
            return new Verdict.Refused<>();
        }
        var camera = signer(token.get());
        var tokenId = token.get().tokenId();
        var good = tokenId.isPresent()
                && camera.isPresent()
                && token.get().isFor(request, policy.current().cityId(), clock.instant());
        return good ? spend(camera.get(), token.get(), tokenId.get()) : new Verdict.Refused<>();
    }

    /** The camera in service one of whose live keys signed the token. */
    private Optional<Camera> signer(CameraToken token) {
        if (copies.refuse(token, clock.instant())) {
            return Optional.empty();
        }
        var stored = cameras.find(token.cameraId());
        stored.ifPresent(found -> copies.keep(found, token.kid(), clock.instant()));
        return stored.filter(camera -> camera.isInService(clock.instant()))
                .filter(camera ->
                        camera.key(token.kid()).filter(token::isSignedBy).isPresent());
    }

    /** While it cannot be told whether a token was used before, it is not let through. */
    private Verdict<Camera> spend(Camera camera, CameraToken token, String tokenId) {
        try {
            return tokens.spend(camera.cameraId(), tokenId, token.expiresAt())
                    ? new Verdict.Known<>(camera)
                    : new Verdict.Refused<>();
        } catch (RuntimeException e) {
            LOG.error("camera tokens cannot be told apart: {}", Failure.describe(e));
            return new Verdict.Unavailable<>();
        }
    }
}
