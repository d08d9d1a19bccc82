package passby.local.restore;

import java.util.Arrays;
import java.util.Optional;

/** What is gone, and so what a city begins again with. */
enum Loss {
    /** Somebody emptied the tables; point-in-time recovery has those that it is on for. */
    TABLES("tables", true, true, Log.OWN),
    /** The log's bucket is gone; its public copy is somewhere else. */
    LEDGER("ledger", true, true, Log.PUBLIC_COPY),
    /** A move: tables are copied, the log continues nowhere, because its key cannot leave the account. */
    ACCOUNT("account", true, false, Log.NEW),
    /** Nothing is left but the public copy of the log. */
    REGION("region", false, false, Log.NEW);

    /** With which log the city goes on. */
    enum Log {
        OWN,
        PUBLIC_COPY,
        NEW
    }

    private final String code;
    private final boolean tables;
    private final boolean keys;
    private final Log log;

    Loss(String code, boolean tables, boolean keys, Log log) {
        this.code = code;
        this.tables = tables;
        this.keys = keys;
        this.log = log;
    }

    static Optional<Loss> parse(String code) {
        return Arrays.stream(values()).filter(loss -> loss.code.equals(code)).findFirst();
    }

    String code() {
        return code;
    }

    /** Whether the recoverable tables come back. */
    boolean keepsTables() {
        return tables;
    }

    /** Whether the log's signing key is still ours. */
    boolean keepsKeys() {
        return keys;
    }

    Log log() {
        return log;
    }
}
