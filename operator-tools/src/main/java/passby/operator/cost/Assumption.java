package passby.operator.cost;

/** What nobody can measure before a city runs: printed under every bill, so that it can be disputed. */
public enum Assumption {
    FRAMES_PER_READ(1, "frames uploaded for a read, each with one plate and two crops"),
    FRAMES_PER_CALL(
            1,
            "frames for which a camera asks in one call, unless --frames-per-call says otherwise: it waits for no second car"),
    DOUBTFUL(
            0.22,
            "of frames get a second look, either order: the recogniser was confident in 87 of 111 when this was set, in 92 since (README)"),
    ILLEGIBLE(0.1, "of frames show a plate that nobody can read: a car farther away, or a lens to clean"),
    HITS_PER_READ(0.002, "of reads match a hot list"),
    PUSHED(
            0.5,
            "of hits are pushed: a state is told on about half of street pictures (README), and without one a hit is advisory and sent to nobody"),
    NEW_PLATES(
            0.1, "of reads show a plate that no kept read shows: a car that passes ten times before its reads expire"),
    FOLLOWED(
            0.6,
            "of provisioned write capacity is used over a day, where it follows the day at a target of 70 %: FollowedCapacity computes it for the day of docs/scale.md"),
    LIST_IMPORTS_A_DAY(2, "files of a list of a million entries a day, each with one entry in a hundred changed"),
    TEXTS_PER_HIT(
            1,
            "text messages for a pushed hit, unless --texts-per-hit says otherwise: one officer whose filter wants it, a message of one part (decision 0293)"),
    EMAILS_PER_HIT(1, "e-mails for a pushed hit, in a city that has named a sender"),
    PUSH_SERVICES(
            3,
            "push services among which officers' browsers are, each of which gets a token that KMS signs; a token lives six hours in an execution environment, and each hit is billed as if it met a new one"),
    CROPS_KB(40, "kB of both crops of a read"),
    PEOPLE_PER_CAMERA(1, "people signed in a month, for each camera"),
    CALLS_PER_PERSON_DAY(20, "calls of a person a day: hits, steps, searches, pictures"),
    SIGN_INS_PER_PERSON_DAY(
            2, "sign-ins of a person a day, each a session of an hour or more with an entry of its own"),
    PICTURE_KB(60, "kB that a person's call or a camera's answer sends out at most on average"),
    LOG_KB_PER_RUN(0.4, "kB of log for a run of a function, and as much for a call of the API"),
    LOGS_KEPT_MONTHS(12, "months that logs are kept"),
    PEAK(5, "times the mean is the peak of the day (design: 600 reads a second mean, 3,000 peak)");

    private final double value;
    private final String sentence;

    Assumption(double value, String sentence) {
        this.value = value;
        this.sentence = sentence;
    }

    public double value() {
        return value;
    }

    public String sentence() {
        return sentence;
    }
}
