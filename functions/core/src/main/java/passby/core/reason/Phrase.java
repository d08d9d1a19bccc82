package passby.core.reason;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** One line of the rules: words, stems, gaps and references to other sections, in this order. */
record Phrase(List<Part> parts) {
    private static final int GAP = 6;
    /** Shorter words pulled apart look too much like others. */
    private static final int MIN_JOINED = 6;

    /** What a phrase is made of. */
    sealed interface Part {}

    private record Text(String letters, String single, boolean isStem) implements Part {
        boolean matches(Words.Word word, boolean alone) {
            var spelled = word.spellings().stream().anyMatch(this::matches);
            return spelled
                    || (alone && letters.length() >= MIN_JOINED && word.joined().startsWith(letters));
        }

        private boolean matches(String spelling) {
            return isStem
                    ? spelling.startsWith(letters) || (letters.length() >= MIN_JOINED && spelling.startsWith(single))
                    : spelling.equals(letters) || (letters.length() >= MIN_JOINED && spelling.equals(single));
        }
    }

    private record Gap() implements Part {}

    private record Reference(String section) implements Part {}

    static Phrase parse(String line) {
        return new Phrase(
                Arrays.stream(line.strip().split(" +", -1)).map(Phrase::part).toList());
    }

    private static Part part(String word) {
        if (word.equals("...")) {
            return new Gap();
        }
        if (word.startsWith("{") && word.endsWith("}")) {
            return new Reference(word.substring(1, word.length() - 1));
        }
        var isStem = word.endsWith("*");
        var letters = isStem ? word.substring(0, word.length() - 1) : word;
        if (!letters.matches("[a-z0-9]+")) {
            throw new IllegalArgumentException("a word of a rule is small letters and digits: " + word);
        }
        return new Text(letters, Words.single(letters), isStem);
    }

    List<String> references() {
        return parts.stream()
                .flatMap(part ->
                        part instanceof Reference(var section) ? List.of(section).stream() : List.<String>of().stream())
                .toList();
    }

    /** Where the phrase ends that begins there, or -1. */
    int match(Words words, int at, Function<String, List<Phrase>> sections) {
        return match(words, 0, at, sections);
    }

    private int match(Words words, int part, int at, Function<String, List<Phrase>> sections) {
        if (part == parts.size()) {
            return at;
        }
        return switch (parts.get(part)) {
            case Text text ->
                at < words.size() && text.matches(words.get(at), parts.size() == 1)
                        ? match(words, part + 1, at + 1, sections)
                        : -1;
            case Gap() -> afterGap(words, part + 1, at, sections);
            case Reference(var section) -> afterReference(words, part + 1, at, section, sections);
        };
    }

    private int afterGap(Words words, int part, int at, Function<String, List<Phrase>> sections) {
        for (var gap = 0; gap <= GAP && at + gap <= words.size(); gap++) {
            var end = match(words, part, at + gap, sections);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    private int afterReference(Words words, int part, int at, String section, Function<String, List<Phrase>> sections) {
        for (var phrase : sections.apply(section)) {
            var middle = phrase.match(words, at, sections);
            var end = middle < 0 ? -1 : match(words, part, middle, sections);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }
}
