package passby.core.retention;

/** Which clock a read runs on. Never {@code held}: a hold is a set of ids beside it. */
public enum RetentionClass {
    NON_HIT,
    HIT
}
