package passby.core.sample;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.ledger.Field;

/**
 * The body of a label.
 *
 * @param legible what is on the plate in fact, 1 to 12 letters and digits, or null
 */
record LabelForm(Label label, @Nullable String legible) {
    private static final String LEGIBLE = "legible";
    private static final Pattern PLATE = Pattern.compile("[A-Z0-9]{1,12}");

    static Checked<LabelForm> parse(Form body) {
        var label = body.code("label", Label::parse, Label.WORDS);
        var legible = body.optionalString(LEGIBLE, 12);
        legible.ifPresent(text -> {
            if (!PLATE.matcher(text).matches()) {
                body.reject(LEGIBLE, "malformed", "1 to 12 characters A-Z and 0-9");
            } else if (label.filter(Label.WRONG::equals).isEmpty()) {
                body.reject(LEGIBLE, "out-of-range", "only with the label wrong");
            }
        });
        return body.checked(() -> new LabelForm(label.orElseThrow(), legible.orElse(null)));
    }

    /** Fields of the entry: a commitment is all that stays of what is legible. */
    Map<Field, String> committed() {
        var committed = new EnumMap<Field, String>(Field.class);
        committed.put(Field.ACTION, label.code());
        if (legible != null) {
            committed.put(Field.QUERY, legible);
        }
        return committed;
    }
}
