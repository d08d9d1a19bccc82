package passby.operator.sbom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The generated part of docs/licences.md: every jar of others that is shipped, with its licence and where it goes.
 *
 * @param functions what is in the functions' zip
 * @param recognizer what is in the recogniser's image
 */
record LicenceList(Sbom functions, Sbom recognizer) {
    /** What may be shipped: SPDX ids of licences that ask for their text and for nothing else. */
    static final Set<String> KNOWN = Set.of("Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause");

    /** Jars whose makers let the user choose a licence, and which one was chosen. */
    static final Map<String, String> CHOSEN = Map.of("org.locationtech.jts:jts-core", "BSD-3-Clause");

    private static List<String> licences(Component component) {
        var chosen = CHOSEN.get(component.coordinates());
        return chosen == null ? component.licences() : List.of(chosen);
    }

    /** A sentence for each jar whose licence is missing or none that we know. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        for (var component : all()) {
            if (component.licences().isEmpty()) {
                problems.add(component.coordinates() + " names no licence.");
            }
            licences(component).stream()
                    .filter(licence -> !KNOWN.contains(licence))
                    .forEach(licence ->
                            problems.add(component.coordinates() + " has an unknown licence: " + licence + "."));
        }
        return problems;
    }

    String markdown() {
        var text = new StringBuilder("| jar | version | licence | in |\n|---|---|---|---|\n");
        for (var component : all()) {
            text.append("| ")
                    .append(component.coordinates())
                    .append(" | ")
                    .append(component.version())
                    .append(" | ")
                    .append(String.join(", ", licences(component)))
                    .append(" | ")
                    .append(places(component))
                    .append(" |\n");
        }
        return text.toString();
    }

    /** A jar is named once for each version; its licences and hash are those of that version. */
    private Set<Component> all() {
        var all = new TreeSet<Component>(
                Comparator.comparing(Component::coordinates).thenComparing(Component::version));
        all.addAll(functions.ofOthers());
        all.addAll(recognizer.ofOthers());
        return all;
    }

    private String places(Component component) {
        var inFunctions = functions.components().contains(component);
        var inRecognizer = recognizer.components().contains(component);
        return inFunctions && inRecognizer ? "functions, recogniser" : inFunctions ? "functions" : "recogniser";
    }
}
