package passby.aws.api;

/** A queue of the city; its messages name things, and hold no picture, plate or person. */
public enum Queue {
    /** S3's notices of frames that arrived. */
    UPLOADS("uploads"),
    /** Notices that were received too often: nobody reads these but a person. */
    UPLOADS_DEAD("uploads-dead"),
    /** Events whose function failed for good. */
    FAILURES("failures");

    private final String code;

    Queue(String code) {
        this.code = code;
    }

    /** Its name within a deployment. */
    public String code() {
        return code;
    }
}
