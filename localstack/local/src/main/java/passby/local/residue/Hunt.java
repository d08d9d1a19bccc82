package passby.local.residue;

import java.util.List;
import java.util.function.Consumer;

/**
 * What a hunt for words found, place by place.
 *
 * @param places everywhere that was looked, whether anything was there or not
 */
public record Hunt(List<Place> places, List<String> words) {
    public Hunt {
        places = List.copyOf(places);
        words = List.copyOf(words);
    }

    /** Names of the places where one of the words stands. */
    public List<String> found() {
        return places.stream()
                .filter(place -> !place.found(words).isEmpty())
                .map(Place::name)
                .toList();
    }

    /** Says of each place how much was looked through and how many of the words stand there, but none of them. */
    public void print(Consumer<String> line) {
        for (var place : places) {
            var found = place.found(words).size();
            line.accept("%-44s %,8d  %s"
                    .formatted(place.name(), place.things(), found == 0 ? "nothing" : found + " of " + words.size()));
        }
        line.accept("%d places, %d words, found in %d places".formatted(places.size(), words.size(), found().size()));
    }
}
