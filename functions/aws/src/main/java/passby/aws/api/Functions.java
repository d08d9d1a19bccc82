package passby.aws.api;

import java.util.List;

/** Every function of the city. What runs locally is what is deployed, because both are made from this list. */
public final class Functions {
    /** In the order in which a frame and then a person meet them. */
    public static final List<FunctionSpec> ALL = List.of(
            CaptureFunctions.ISSUE_UPLOAD_URLS,
            ReadFunctions.READ_PLATES,
            AlertFunctions.PUBLISH_ALERTS,
            AlertFunctions.DELIVER_ALERTS,
            AlertFunctions.CALL_WEBHOOKS,
            AlertFunctions.SUBSCRIPTIONS,
            CaptureFunctions.CAMERAS,
            HotListFunctions.HOT_LISTS,
            HotListFunctions.IMPORT_LISTS,
            AlertFunctions.HITS,
            ReadFunctions.SAMPLES,
            SearchFunctions.SEARCH,
            PublicFunctions.PUBLIC_FILES,
            CaptureFunctions.SWEEP_UPLOADS,
            AlertFunctions.WATCH_ALERTS,
            AlertFunctions.WATCH_ENTRIES,
            AlertFunctions.EXPIRE_CONFIRMATIONS,
            LedgerFunctions.ENTER_COUNTS,
            ReadFunctions.ADMIT_FRAMES,
            LedgerFunctions.SEAL_LEDGER,
            LedgerFunctions.LEDGER,
            LedgerFunctions.LEDGER_PROOFS,
            LedgerFunctions.WATCH_REVIEWS,
            LedgerFunctions.WATCH_CONDUCT,
            RetentionFunctions.PURGE,
            RetentionFunctions.REDATE,
            RetentionFunctions.SWEEP_PICTURES,
            EvidenceFunctions.EVIDENCE,
            EvidenceFunctions.COPY_EVIDENCE,
            EvidenceFunctions.END_HOLDS,
            RetentionFunctions.CLOSE_DAY,
            GovernanceFunctions.POLICY,
            GovernanceFunctions.ACCESS,
            GovernanceFunctions.CHECK_PARAMETERS,
            GovernanceFunctions.MAKE_CITY_KEY,
            GovernanceFunctions.REQUEST_POLICY,
            GovernanceFunctions.CHECK_OPT_OUT,
            GovernanceFunctions.SIGN_IN,
            GovernanceFunctions.APPOINT_PERSON,
            GovernanceFunctions.SWITCH_CAPTURE,
            EvidenceFunctions.COUNT_HOLDS);

    private Functions() {}
}
