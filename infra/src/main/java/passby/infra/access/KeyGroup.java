package passby.infra.access;

import java.util.List;
import passby.aws.api.Bucket;
import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;
import passby.infra.naming.Names;

/** A customer's key of KMS: one for each group of things that the same functions may decrypt. */
public enum KeyGroup {
    READS("reads", "frames, reads and plates"),
    HITS("hits", "hits and their steps, and where officers want their alerts"),
    LISTS("lists", "hot lists, their files and manifests"),
    OPENINGS("openings", "what opens the ledger's commitments, and what people did lately"),
    RECORDS("records", "cameras, people, policy, approvals, counts, sealed entries, receipts and balances"),
    UPLOADS("uploads", "frames, until they are read"),
    PICTURES("pictures", "crops"),
    EVIDENCE("evidence", "holds and copies of held reads"),
    LEDGER("ledger", "the log and its public copy"),
    CHECKPOINTS("checkpoints", "nothing: it signs the log's checkpoints"),
    PUSH("push", "nothing: it signs what browsers are sent, so that push services know the city"),
    CITY("city", "the city's own key, which it wraps"),
    TOPICS("topics", "alerts and alarms on their way"),
    LOGS("logs", "logs");

    private final String code;
    private final String holds;

    KeyGroup(String code, String holds) {
        this.code = code;
        this.holds = holds;
    }

    public String code() {
        return code;
    }

    /** What it encrypts, in words. */
    public String holds() {
        return holds;
    }

    /** Under which its ARN is told to other stacks. */
    public String export(Names names) {
        return names.export("key-" + code);
    }

    public static KeyGroup of(Table table) {
        if (table.equals(Tables.LEDGER_OPENINGS) || table.equals(Tables.CONDUCT)) {
            return OPENINGS;
        }
        return switch (table.capability()) {
            case "read" -> READS;
            case "hit", "delivery" -> HITS;
            case "hotlist" -> LISTS;
            case "evidence" -> EVIDENCE;
            default -> RECORDS;
        };
    }

    /** The tables that it encrypts; none for keys of other things. */
    public List<Table> tables() {
        return Tables.all().stream().filter(table -> of(table) == this).toList();
    }

    public static KeyGroup of(Bucket bucket) {
        return switch (bucket) {
            case UPLOADS -> UPLOADS;
            case PICTURES -> PICTURES;
            case FEEDS, LISTS -> LISTS;
            case LEDGER -> LEDGER;
            case EVIDENCE -> EVIDENCE;
            case ARCHIVE -> RECORDS;
        };
    }

    /** Whether it signs, and encrypts nothing. */
    public boolean signs() {
        return this == CHECKPOINTS || this == PUSH;
    }
}
