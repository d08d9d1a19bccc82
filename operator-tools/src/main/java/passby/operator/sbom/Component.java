package passby.operator.sbom;

import java.util.List;

/**
 * A jar that is shipped.
 *
 * @param group of Maven, such as {@code org.slf4j}
 * @param licences by their SPDX ids, else by the names that their makers give
 * @param sha256 of the jar, 64 hexadecimal digits; empty if the bill names none
 */
record Component(String group, String name, String version, List<String> licences, String sha256) {
    private static final String OURS = "passby";

    Component {
        licences = List.copyOf(licences);
    }

    boolean isOurs() {
        return group.equals(OURS);
    }

    String coordinates() {
        return group + ":" + name;
    }

    /** Begins the name of its file. */
    String file() {
        return name + "-" + version;
    }
}
