package passby.core.policy;

/** What a person can ask for: the actions that the Cedar policies speak of, by these names. */
public enum Action {
    REGISTER_CAMERA("RegisterCamera"),
    ADD_CAMERA_KEY("AddCameraKey"),
    RETIRE_CAMERA("RetireCamera"),
    VIEW_CAMERAS("ViewCameras"),
    ADD_HOT_LIST_ENTRY("AddHotListEntry"),
    VIEW_HOT_LIST_ENTRY("ViewHotListEntry"),
    WITHDRAW_HOT_LIST_ENTRY("WithdrawHotListEntry"),
    LIST_HITS("ListHits"),
    VIEW_HIT("ViewHit"),
    STREAM_HIT_PICTURE("StreamHitPicture"),
    STEP_HIT("StepHit"),
    SEARCH_PLATE("SearchPlate"),
    STREAM_READ_PICTURE("StreamReadPicture"),
    VIEW_POLICY("ViewPolicy"),
    LIST_POLICY_REQUESTS("ListPolicyRequests"),
    DECIDE_POLICY_REQUEST("DecidePolicyRequest");

    private final String code;

    Action(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
