package passby.core.policy;

/** What a person can ask for: the actions that the Cedar policies speak of, by these names. */
public enum Action {
    REGISTER_CAMERA("RegisterCamera"),
    ADD_CAMERA_KEY("AddCameraKey"),
    RETIRE_CAMERA("RetireCamera"),
    SUSPEND_CAMERA("SuspendCamera"),
    RESUME_CAMERA("ResumeCamera"),
    VIEW_CAMERAS("ViewCameras"),
    ADD_HOT_LIST_ENTRY("AddHotListEntry"),
    VIEW_HOT_LIST_ENTRY("ViewHotListEntry"),
    WITHDRAW_HOT_LIST_ENTRY("WithdrawHotListEntry"),
    LIST_HOT_LIST_ENTRIES("ListHotListEntries"),
    UPDATE_HOT_LIST_ENTRY("UpdateHotListEntry"),
    APPROVE_HOT_LIST_ENTRY("ApproveHotListEntry"),
    KEEP_HOT_LIST_ENTRY("KeepHotListEntry"),
    SUPPRESS_PLATE("SuppressPlate"),
    LIST_SUPPRESSIONS("ListSuppressions"),
    END_SUPPRESSION("EndSuppression"),
    VIEW_LISTS("ViewLists"),
    PROPOSE_LIST("ProposeList"),
    ACCEPT_LIST("AcceptList"),
    SUSPEND_LIST("SuspendList"),
    ANNOUNCE_LIST_FILE("AnnounceListFile"),
    APPROVE_LIST_FILE("ApproveListFile"),
    UPLOAD_LIST_FILE("UploadListFile"),
    VIEW_LIST_IMPORT("ViewListImport"),
    LIST_HITS("ListHits"),
    VIEW_HIT("ViewHit"),
    STREAM_HIT_PICTURE("StreamHitPicture"),
    STEP_HIT("StepHit"),
    SUBSCRIBE_TO_ALERTS("SubscribeToAlerts"),
    CONFIRM_SUBSCRIPTION("ConfirmSubscription"),
    LIST_SUBSCRIPTIONS("ListSubscriptions"),
    END_SUBSCRIPTION("EndSubscription"),
    SEARCH_PLATE("SearchPlate"),
    SEARCH_CAMERAS("SearchCameras"),
    VIEW_READ("ViewRead"),
    SEARCH_PARTIAL_PLATE("SearchPartialPlate"),
    REQUEST_SEARCH("RequestSearch"),
    LIST_SEARCH_REQUESTS("ListSearchRequests"),
    DECIDE_SEARCH_REQUEST("DecideSearchRequest"),
    STREAM_READ_PICTURE("StreamReadPicture"),
    GRANT_ACCESS("GrantAccess"),
    REVOKE_ACCESS("RevokeAccess"),
    ACKNOWLEDGE_POLICY("AcknowledgePolicy"),
    ENTER_DUTY_HOURS("EnterDutyHours"),
    REGISTER_OWN_PLATE("RegisterOwnPlate"),
    PLACE_DECOY("PlaceDecoy"),
    LIST_CONDUCT_REVIEWS("ListConductReviews"),
    FILE_FINDING("FileFinding"),
    SEARCH_LEDGER("SearchLedger"),
    VIEW_OWN_ENTRIES("ViewOwnEntries"),
    VIEW_ENTRY("ViewEntry"),
    EXPORT_LEDGER("ExportLedger"),
    DISCLOSE_FIELD("DiscloseField"),
    COMMIT_REVIEW_NUMBER("CommitReviewNumber"),
    DRAW_REVIEW("DrawReview"),
    REPORT_REVIEW("ReportReview"),
    APPROVE_REVIEW("ApproveReview"),
    VIEW_POLICY("ViewPolicy"),
    VIEW_RETENTION_HEALTH("ViewRetentionHealth"),
    LIST_POLICY_REQUESTS("ListPolicyRequests"),
    DECIDE_POLICY_REQUEST("DecidePolicyRequest"),
    PLACE_HOLD("PlaceHold"),
    REQUEST_HOLD("RequestHold"),
    DECIDE_HOLD("DecideHold"),
    VIEW_HOLDS("ViewHolds"),
    EXPORT_EVIDENCE("ExportEvidence");

    private final String code;

    Action(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
