package passby.core.people;

import java.util.Locale;

/** What a person is in the city's eyes (product.md, "People"). One person may hold several; duties stay separate by policy. */
public enum Role {
    OPERATOR,
    CHIEF,
    PROGRAM_MANAGER,
    RECORDS_OFFICER,
    AUDITOR,
    SYSTEM_ADMIN,
    VENDOR;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
