package passby.core.delivery;

/** The city's key towards push services: a browser that subscribed under it takes messages from nobody else. */
public interface PushSigner {
    /** Its public half, 65 bytes. */
    byte[] publicKey();

    /** ECDSA over P-256 with SHA-256: both numbers, 64 bytes, as JSON Web Signature has it (RFC 7518, section 3.4). */
    byte[] sign(byte[] message);
}
