package passby.core.evidence;

/** Where copies lie in the vault. */
final class VaultNames {
    private VaultNames() {}

    /** Everything of one hold. */
    static String hold(String holdId) {
        return "e/" + holdId + "/";
    }

    /** Everything of one read in it. */
    static String read(String holdId, String readId) {
        return hold(holdId) + readId + "/";
    }
}
