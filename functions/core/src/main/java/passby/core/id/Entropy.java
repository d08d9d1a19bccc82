package passby.core.id;

/** Unpredictable bytes. The only implementation outside tests is a {@code SecureRandom} made in the wiring. */
public interface Entropy {
    /** @return a new array of that many bytes */
    byte[] bytes(int count);
}
