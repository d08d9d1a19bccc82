package passby.core.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    public static Optional<Role> parse(String word) {
        return Arrays.stream(values())
                .filter(value -> value.word().equals(word))
                .findFirst();
    }
}
