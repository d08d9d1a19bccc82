package passby.core.request;

/** What a rule requires before it lets a request through, beyond role, form and state. */
public enum Requirement {
    /** Hit steps: the picture must have been streamed to this officer. */
    PICTURE_SEEN("picture-not-seen", "Open the picture first, then say what is on it."),
    /** Approvals: another person in another role must decide. */
    INDEPENDENT_PERSON("not-independent", "You, or somebody in the role that you name, decided already."),
    /** Approvals: the second factor must have been shown within the last five minutes. */
    FRESH_SECOND_FACTOR(
            "second-factor-not-fresh",
            "Sign in again: to bind the city, the second factor is shown within the last five minutes."),
    /** Access: nobody changes their own. */
    ANOTHER_PERSON("own-access", "Somebody else must change your access."),
    /** Access: who may change what is theirs to grant. */
    GRANTING_ROLE(
            "not-yours-to-grant",
            "The chief names Program Managers and vendors, the Program Manager all others; a chief is appointed outside.");

    private final String code;
    private final String detail;

    Requirement(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    /** As entries and problem types name its absence, such as {@code picture-not-seen}. */
    public String code() {
        return code;
    }

    /** What to do, a sentence for the person who asked. */
    public String detail() {
        return detail;
    }
}
