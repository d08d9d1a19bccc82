package passby.recognizer;

import java.util.List;

/** A line of print as it was read, with the probability of each character. */
record ReadPrint(String text, List<Double> characters) {
    ReadPrint {
        characters = List.copyOf(characters);
    }

    double confidence() {
        return characters.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
