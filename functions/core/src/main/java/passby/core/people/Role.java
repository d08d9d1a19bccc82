package passby.core.people;

import java.util.Optional;
import java.util.Set;
import passby.core.id.Coded;

/** What a person is in the city's eyes (product.md, "People"). One person may hold several; duties stay separate by policy. */
public enum Role implements Coded {
    OPERATOR,
    CHIEF,
    PROGRAM_MANAGER,
    RECORDS_OFFICER,
    AUDITOR,
    SYSTEM_ADMIN,
    VENDOR;

    /** Empty for a word that names none. */
    public static Optional<Role> of(String code) {
        return Coded.find(values(), code);
    }

    /**
     * Whether nobody may be all of these at once: who keeps cameras and accounts does not search (separation of duties; the
     * access policies forbid it as well).
     */
    public static boolean clash(Set<Role> roles) {
        return roles.contains(OPERATOR) && roles.contains(SYSTEM_ADMIN);
    }
}
