package passby.core.transparency;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import passby.core.archive.Archive;

/** The growing files that a run touches. Each is read once, when it is touched first. */
final class GrowingFiles {
    private final Archive files;
    private final Set<String> listed;
    private final TreeMap<String, GrowingFile> touched = new TreeMap<>();

    /** @param listed names of the files that belong to the data set: others are left over, and are begun anew */
    GrowingFiles(Archive files, Set<String> listed) {
        this.files = files;
        this.listed = listed;
    }

    Optional<String> find(String name) {
        return listed.contains(name) ? files.find(name) : Optional.empty();
    }

    GrowingFile of(String name, String header) {
        return touched.computeIfAbsent(
                name, _ -> GrowingFile.of(name, header, find(name).orElse("")));
    }

    /** Text of each by its name. */
    Map<String, String> texts() {
        return touched.values().stream().collect(Collectors.toMap(GrowingFile::name, GrowingFile::text));
    }
}
