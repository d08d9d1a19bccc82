package passby.operator.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * What one state asks for: a line of {@code states.txt}.
 *
 * @param state two letters
 * @param source law, in the words of its citation
 * @param often how often it is due
 */
record StateForm(String state, String title, String source, String often, List<Item> items) {
    private static final int COLUMNS = 5;

    StateForm {
        items = List.copyOf(items);
    }

    /** A part of a report. */
    sealed interface Item {
        /**
         * A number.
         *
         * @param added figures of daily.csv
         * @param taken figures that are taken off
         */
        record Sum(String words, List<String> added, List<String> taken) implements Item {}

        /** Searches by the value of a column. */
        record Grouped(String words, String column) implements Item {}

        /** Every search of the period. */
        record Log() implements Item {}

        /** Every change of the period. */
        record Changes() implements Item {}

        /** What no statistic holds. */
        record ByHand(String words) implements Item {}
    }

    /** By state, in the order of the file. */
    static SequencedMap<String, StateForm> all() {
        var forms = new LinkedHashMap<String, StateForm>();
        text().lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(StateForm::parse)
                .forEach(form -> forms.put(form.state(), form));
        return forms;
    }

    private static String text() {
        try (var file = StateForm.class.getResourceAsStream("states.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StateForm parse(String line) {
        var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        if (cells.size() != COLUMNS) {
            throw new IllegalArgumentException("a line of states.txt has " + COLUMNS + " columns: " + cells.getFirst());
        }
        var items = Arrays.stream(cells.getLast().split(";", -1))
                .map(String::strip)
                .map(StateForm::item)
                .toList();
        return new StateForm(cells.get(0), cells.get(1), cells.get(2), cells.get(3), items);
    }

    private static Item item(String text) {
        return switch (text) {
            case "@offences" -> new Item.Grouped("Searches by offence", "offence");
            case "@behalf" -> new Item.Grouped("Searches by whose case it was", "on_behalf_of");
            case "@log" -> new Item.Log();
            case "@changes" -> new Item.Changes();
            default -> text.startsWith("!") ? new Item.ByHand(text.substring(1).strip()) : sum(text);
        };
    }

    private static Item sum(String text) {
        var halves = text.split(" = ", 2);
        var added = new ArrayList<String>();
        var taken = new ArrayList<String>();
        var into = added;
        for (var word : halves[1].split(" ", -1)) {
            switch (word) {
                case "+" -> into = added;
                case "-" -> into = taken;
                default -> into.add(word);
            }
        }
        return new Item.Sum(halves[0], added, taken);
    }
}
