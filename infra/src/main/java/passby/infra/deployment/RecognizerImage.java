package passby.infra.deployment;

import java.nio.file.Path;

/** Where the recogniser's image comes from. */
public sealed interface RecognizerImage {
    /** @param files made by scripts/build-image; the image is built from them when the stack is deployed, never before */
    record Built(Path files) implements RecognizerImage {}

    /** @param uri of an image that is in a registry already, or that LocalStack runs as a process */
    record Published(String uri) implements RecognizerImage {}
}
