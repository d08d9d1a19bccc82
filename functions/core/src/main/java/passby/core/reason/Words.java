package passby.core.reason;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A skeleton cut into words, each with the spellings that it may stand for: digits and signs read as letters, inner
 * punctuation left out, and words that were pulled apart into letters or halves put together again.
 */
record Words(List<Word> words) {
    /**
     * @param plain as it stands
     * @param spellings what it may be meant to say, {@code plain} included
     * @param joined with the next word
     */
    record Word(String plain, Set<String> spellings, String joined) {}

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern INNER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern APOSTROPHE = Pattern.compile("['\u2019`]");
    private static final String SIGNS = "@4$5!1|308+79";
    private static final String LETTERS = "aassiiieobttg";

    static Words of(String skeleton) {
        var plain = new ArrayList<String>();
        var spellings = new ArrayList<Set<String>>();
        for (var chunk : SPACE.split(APOSTROPHE.matcher(skeleton).replaceAll(""), -1)) {
            var first = plain.size();
            for (var word : INNER.split(chunk, -1)) {
                if (!word.isEmpty()) {
                    plain.add(word);
                    spellings.add(spellings(word));
                }
            }
            if (first < plain.size()) {
                spellings.get(first).addAll(spellings(chunk));
            }
        }
        joinLetters(plain, spellings);
        var words = new ArrayList<Word>();
        for (var i = 0; i < plain.size(); i++) {
            var next = i + 1 < plain.size() ? plain.get(i + 1) : "";
            words.add(new Word(plain.get(i), Set.copyOf(spellings.get(i)), plain.get(i) + next));
        }
        return new Words(List.copyOf(words));
    }

    private static Set<String> spellings(String word) {
        var spellings = new HashSet<String>();
        spellings.add(word);
        if (word.chars().anyMatch(letter -> letter >= 'a' && letter <= 'z')) {
            var letters = letters(word);
            spellings.add(letters);
            spellings.add(letters(word.replace('1', 'l').replace('|', 'l')));
            spellings.add(single(letters));
        }
        return spellings;
    }

    private static String letters(String word) {
        var letters = new StringBuilder();
        word.chars().forEach(sign -> {
            var at = SIGNS.indexOf(sign);
            letters.append(at < 0 ? (char) sign : LETTERS.charAt(at));
        });
        return INNER.matcher(letters).replaceAll("");
    }

    /** Each letter once, where it is repeated. */
    static String single(String word) {
        var single = new StringBuilder();
        for (var i = 0; i < word.length(); i++) {
            if (i == 0 || word.charAt(i - 1) != word.charAt(i)) {
                single.append(word.charAt(i));
            }
        }
        return single.toString();
    }

    /** Three letters or more that stand alone side by side are also one word. */
    private static void joinLetters(List<String> plain, List<Set<String>> spellings) {
        for (var from = 0; from < plain.size(); from++) {
            var to = from;
            while (to < plain.size() && plain.get(to).length() == 1) {
                to++;
            }
            if (to - from >= 3) {
                spellings.get(from).addAll(spellings(String.join("", plain.subList(from, to))));
            }
            from = Math.max(from, to);
        }
    }

    int size() {
        return words.size();
    }

    Word get(int position) {
        return words.get(position);
    }
}
