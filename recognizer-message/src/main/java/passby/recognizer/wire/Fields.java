package passby.recognizer.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One JSON object read strictly: exactly the fields that are expected, each of its type, each bounded. */
final class Fields {
    private final Map<?, ?> object;

    /** @param value as {@link MessageJson} parses it */
    Fields(@Nullable Object value, String... names) {
        if (!(value instanceof Map<?, ?> members)) {
            throw new MalformedMessage("not an object");
        }
        if (!members.keySet().equals(Set.of(names))) {
            throw new MalformedMessage("fields must be exactly " + new TreeSet<>(Set.of(names)));
        }
        this.object = members;
    }

    @Nullable
    Object value(String name) {
        return object.get(name);
    }

    String text(String name, int longest) {
        if (object.get(name) instanceof String text && !text.isEmpty() && text.length() <= longest) {
            return text;
        }
        throw new MalformedMessage(name + " must be a text of 1 to " + longest + " characters");
    }

    double number(String name) {
        if (object.get(name) instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw new MalformedMessage(name + " must be a number");
    }

    <T> List<T> list(String name, int most, Function<@Nullable Object, T> element) {
        if (!(object.get(name) instanceof List<?> values) || values.size() > most) {
            throw new MalformedMessage(name + " must be a list of at most " + most);
        }
        var list = new ArrayList<T>();
        values.forEach(value -> list.add(element.apply(value)));
        return list;
    }
}
