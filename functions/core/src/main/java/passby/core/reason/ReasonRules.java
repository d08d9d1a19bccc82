package passby.core.reason;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The rules of {@code reasons.rules}: which narratives are vague, personal or for a prohibited purpose. They are a filter, not
 * a proof: who lies in good English passes, and the narrative stays in the ledger for the auditor.
 */
public final class ReasonRules {
    /** Characters of the longest narrative; a longer one is not judged at all. */
    public static final int MAX_NARRATIVE = 2_000;

    private static final String ALWAYS = "always ";
    private static final String WATCHED = "watched ";
    private static final List<String> NEEDED = List.of("watching", "event", "honest", "personal", "filler");
    /** Facts, beside filler, that a narrative has at least when it says what happened, and when it does not. */
    private static final int FACTS_OF_AN_EVENT = 3;

    private static final int FACTS = 6;
    private static final int MIN_FACT = 3;

    private final Map<String, List<Phrase>> sections;
    private final Skeletons skeletons;

    /**
     * @param rules lines of the rules
     * @param confusables lines of the table of look-alike letters
     */
    ReasonRules(List<String> rules, List<String> confusables) {
        this.sections = parse(rules);
        this.skeletons = new Skeletons(confusables);
    }

    /** The rules that come with this version of Passby. */
    public static ReasonRules load() {
        return new ReasonRules(lines("reasons.rules"), lines("confusables.txt"));
    }

    private static List<String> lines(String name) {
        try (InputStream file = Objects.requireNonNull(ReasonRules.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<Phrase>> parse(List<String> lines) {
        var sections = new LinkedHashMap<String, List<Phrase>>();
        var current = new ArrayList<Phrase>();
        for (var line : lines) {
            var text = line.strip();
            if (text.startsWith("[") && text.endsWith("]")) {
                current = new ArrayList<>();
                sections.put(text.substring(1, text.length() - 1), current);
            } else if (!text.isEmpty() && !text.startsWith("#")) {
                current.add(Phrase.parse(text));
            }
        }
        var used = new HashSet<>(NEEDED);
        sections.values().forEach(phrases -> phrases.forEach(phrase -> used.addAll(phrase.references())));
        if (!sections.keySet().containsAll(used)) {
            throw new IllegalArgumentException("the rules lack one of the sections " + used);
        }
        return sections;
    }

    /** What no narrative may be for, as the headings of the rules name it. */
    public List<String> prohibited() {
        return sections.keySet().stream()
                .filter(name -> name.startsWith(ALWAYS) || name.startsWith(WATCHED))
                .map(ReasonRules::purpose)
                .toList();
    }

    private static String purpose(String section) {
        return section.substring(section.indexOf(' ') + 1);
    }

    /** What is wrong with a narrative, the gravest alone; empty when nothing is. */
    public Optional<Finding> judge(String narrative) {
        if (narrative.length() > MAX_NARRATIVE) {
            return Optional.of(new Finding(Flaw.UNREADABLE, "length"));
        }
        var skeleton = skeletons.of(narrative);
        var all = Words.of(skeleton);
        var rest = without(all, "honest");
        var prohibited = prohibited(all, rest);
        if (prohibited.isPresent()) {
            return prohibited;
        }
        if (Skeletons.isForeign(skeleton) || Skeletons.turnsDirection(narrative)) {
            return Optional.of(new Finding(Flaw.UNREADABLE, "letters"));
        }
        if (has(rest, "personal")) {
            return Optional.of(new Finding(Flaw.PERSONAL, "personal"));
        }
        return facts(all) < (has(all, "event") ? FACTS_OF_AN_EVENT : FACTS)
                ? Optional.of(new Finding(Flaw.VAGUE, "filler"))
                : Optional.empty();
    }

    private Optional<Finding> prohibited(Words all, Words rest) {
        var watches = has(rest, "watching") || !has(all, "event");
        return sections.keySet().stream()
                .filter(name -> name.startsWith(ALWAYS) || (watches && name.startsWith(WATCHED)))
                .filter(name -> has(rest, name))
                .map(name -> new Finding(Flaw.PROHIBITED, purpose(name)))
                .findFirst();
    }

    private boolean has(Words words, String section) {
        for (var at = 0; at < words.size(); at++) {
            if (end(words, at, section) >= 0) {
                return true;
            }
        }
        return false;
    }

    private int end(Words words, int at, String section) {
        return section(section).stream()
                .mapToInt(phrase -> phrase.match(words, at, this::section))
                .max()
                .orElse(-1);
    }

    private List<Phrase> section(String name) {
        return sections.getOrDefault(name, List.of());
    }

    private Words without(Words words, String section) {
        var rest = new ArrayList<Words.Word>();
        var at = 0;
        while (at < words.size()) {
            var end = end(words, at, section);
            if (end > at) {
                at = end;
            } else {
                rest.add(words.get(at));
                at++;
            }
        }
        return new Words(rest);
    }

    /** Distinct words of letters that are no filler. */
    private long facts(Words words) {
        var facts = new HashSet<String>();
        for (var at = 0; at < words.size(); at++) {
            var word = words.get(at).plain();
            if (word.length() >= MIN_FACT
                    && word.chars().anyMatch(Character::isLetter)
                    && end(words, at, "filler") < 0) {
                facts.add(word);
            }
        }
        return facts.size();
    }
}
