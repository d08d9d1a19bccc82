package passby.aws.api;

import java.util.EnumSet;
import java.util.Set;
import passby.aws.api.Permission.Resource;

/**
 * The names of what a deployment made, as functions find them in their environment. No parameter of a city is here: a changed
 * one would not reach a published version.
 */
public enum Setting {
    /** Which function of the list it is; Lambda's own name for it carries the deployment's name in front. */
    FUNCTION("PASSBY_FUNCTION"),
    /** In front of each table's name. */
    TABLES("PASSBY_TABLES"),
    /** Bucket of frames. */
    UPLOADS("PASSBY_UPLOADS"),
    /** URL of the queue that tells of frames. */
    UPLOADS_QUEUE("PASSBY_UPLOADS_QUEUE"),
    /** Bucket of crops. */
    PICTURES("PASSBY_PICTURES"),
    /** Bucket of files of lists, until they are imported. */
    FEEDS("PASSBY_FEEDS"),
    /** Bucket of manifests. */
    LISTS("PASSBY_LISTS"),
    /** URL of the queue that tells of files of lists. */
    LISTS_QUEUE("PASSBY_LISTS_QUEUE"),
    /** URL of the queue of alerts for officers. */
    ALERTS_QUEUE("PASSBY_ALERTS_QUEUE"),
    /** URL of the queue of alerts for the city's own systems. */
    WEBHOOKS_QUEUE("PASSBY_WEBHOOKS_QUEUE"),
    /** Bucket of files that are kept for good. */
    ARCHIVE("PASSBY_ARCHIVE"),
    /** Bucket of copies of held reads. */
    EVIDENCE("PASSBY_EVIDENCE"),
    /** {@code true} when that bucket knows versions and locks. */
    EVIDENCE_LOCKS("PASSBY_EVIDENCE_LOCKS"),
    /** ARN of the topic. */
    ALERTS("PASSBY_ALERTS"),
    /** ARN of the recogniser's function, with its alias or version. */
    RECOGNIZER("PASSBY_RECOGNIZER"),
    /** ARN of the KMS key that wraps the city's key. */
    CITY_KEY("PASSBY_CITY_KEY"),
    /** Bucket of the log. */
    LEDGER("PASSBY_LEDGER"),
    /** For how many days full files of the log are locked; 0 where the bucket has no locks. */
    LEDGER_LOCK_DAYS("PASSBY_LEDGER_LOCK_DAYS"),
    /** ARN of the KMS key that signs checkpoints, or {@code derived}: then the city's key signs, where no KMS can. */
    LEDGER_KEY("PASSBY_LEDGER_KEY"),
    /** ARN of the KMS key by which push services know the city. */
    PUSH_KEY("PASSBY_PUSH_KEY"),
    /** From which officers get e-mail, or {@link #NO_SENDER}. */
    EMAIL_SENDER("PASSBY_EMAIL_SENDER"),
    /** Witnesses, one a line: a verifier key, a space, an address. */
    WITNESSES("PASSBY_WITNESSES"),
    /** After how many hours the log is public. */
    PUBLIC_DELAY_HOURS("PASSBY_PUBLIC_DELAY_HOURS"),
    /** Number of the account. */
    ACCOUNT("PASSBY_ACCOUNT"),
    /** {@code iss} of people's tokens, to the letter. */
    ISSUER("PASSBY_ISSUER"),
    /** {@code jwks_uri} of that issuer. */
    ISSUER_KEYS("PASSBY_ISSUER_KEYS"),
    /** {@code aud} or {@code client_id} of people's tokens. */
    AUDIENCE("PASSBY_AUDIENCE"),
    /** {@code true} when the issuer lets nobody in without a second factor, as the stack's own pool. */
    SECOND_FACTOR_ENFORCED("PASSBY_SECOND_FACTOR_ENFORCED"),
    /** Id of the pool that keeps second factors, or {@code none} where an issuer of the city's own does. */
    USER_POOL("PASSBY_USER_POOL");

    /** An environment variable of Lambda cannot be empty everywhere, so the absence has a word. */
    public static final String NO_SENDER = "none";

    static final Set<Setting> OF_PEOPLE = Set.of(ISSUER, ISSUER_KEYS, AUDIENCE, SECOND_FACTOR_ENFORCED);

    private final String variable;

    Setting(String variable) {
        this.variable = variable;
    }

    /** Name of the environment variable. */
    public String variable() {
        return variable;
    }

    static Set<Setting> of(Resource resource) {
        return switch (resource) {
            case Resource.Bucket(var bucket) -> of(bucket);
            case Resource.Topic _ -> EnumSet.of(ALERTS);
            case Resource.Function _ -> EnumSet.of(RECOGNIZER);
            case Resource.Key(var name) -> of(name);
            case Resource.UserPool() -> EnumSet.of(USER_POOL);
            case Resource.Queue(var queue) ->
                switch (queue) {
                    case UPLOADS -> EnumSet.of(UPLOADS_QUEUE);
                    case LISTS -> EnumSet.of(LISTS_QUEUE);
                    case ALERTS -> EnumSet.of(ALERTS_QUEUE);
                    case WEBHOOKS -> EnumSet.of(WEBHOOKS_QUEUE);
                    case ALERTS_DEAD, UPLOADS_DEAD, LISTS_DEAD, WEBHOOKS_DEAD, CAD, FAILURES, BACKSTOPS ->
                        EnumSet.noneOf(Setting.class);
                };
            case Resource.Service(var name) ->
                switch (name) {
                    case "organizations" -> EnumSet.of(ACCOUNT);
                    case Permissions.EMAIL -> EnumSet.of(EMAIL_SENDER);
                    default -> EnumSet.noneOf(Setting.class);
                };
            case Resource.Table _ -> EnumSet.noneOf(Setting.class);
        };
    }

    /** Push services are told the address of the city's issuer too, as whom to turn to. */
    private static Set<Setting> of(String key) {
        return switch (key) {
            case "ledger" -> EnumSet.of(LEDGER_KEY);
            case "push" -> EnumSet.of(PUSH_KEY, ISSUER);
            default -> EnumSet.of(CITY_KEY);
        };
    }

    private static Set<Setting> of(Bucket bucket) {
        return switch (bucket) {
            case UPLOADS, PICTURES, FEEDS, LISTS, ARCHIVE -> EnumSet.of(bucket.setting());
            case EVIDENCE -> EnumSet.of(bucket.setting(), EVIDENCE_LOCKS);
            case LEDGER -> EnumSet.of(bucket.setting(), LEDGER_LOCK_DAYS, WITNESSES, PUBLIC_DELAY_HOURS);
        };
    }
}
