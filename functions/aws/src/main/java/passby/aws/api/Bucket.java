package passby.aws.api;

/** A bucket of the city; every one of them is private and encrypted by a key of its own. */
public enum Bucket {
    /** Frames, until they are read. */
    UPLOADS("uploads", "u/", Setting.UPLOADS),
    /** Crops of what was read. */
    PICTURES("pictures", "c/", Setting.PICTURES),
    /** Files of lists, until they are imported: they hold more than the city keeps. */
    FEEDS("feeds", "f/", Setting.FEEDS),
    /** Manifests of imported lists and what became of their files, without any plate. */
    LISTS("lists", "l/", Setting.LISTS),
    /** The log, and the copy of it that everybody may read. */
    LEDGER("ledger", "log/", Setting.LEDGER),
    /** Copies of held reads, locked until their review date. */
    EVIDENCE("evidence", "e/", Setting.EVIDENCE),
    /** Receipts, balances and counts, without any plate: kept for good. */
    ARCHIVE("archive", "", Setting.ARCHIVE);

    private final String code;
    private final String prefix;
    private final Setting setting;

    Bucket(String code, String prefix, Setting setting) {
        this.code = code;
        this.prefix = prefix;
        this.setting = setting;
    }

    /** Its name within a deployment. */
    public String code() {
        return code;
    }

    /** Under which every key in it begins, so that a permission names objects and not the whole bucket. */
    public String prefix() {
        return prefix;
    }

    /** By which functions learn its deployed name. */
    Setting setting() {
        return setting;
    }
}
