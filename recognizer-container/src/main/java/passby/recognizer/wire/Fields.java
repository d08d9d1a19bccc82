package passby.recognizer.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** One JSON object read strictly: exactly the fields that are expected, each of its type, each bounded. */
final class Fields {
    private final JsonNode object;

    Fields(JsonNode object, String... names) {
        if (!object.isObject()) {
            throw new MalformedMessage("not an object");
        }
        var found = new TreeSet<String>();
        object.fieldNames().forEachRemaining(found::add);
        if (!found.equals(Set.of(names))) {
            throw new MalformedMessage("fields must be exactly " + new TreeSet<>(Set.of(names)));
        }
        this.object = object;
    }

    JsonNode node(String name) {
        return object.path(name);
    }

    String text(String name, int longest) {
        var node = object.path(name);
        if (!node.isTextual() || node.textValue().isEmpty() || node.textValue().length() > longest) {
            throw new MalformedMessage(name + " must be a text of 1 to " + longest + " characters");
        }
        return node.textValue();
    }

    double number(String name) {
        var node = object.path(name);
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw new MalformedMessage(name + " must be a number");
        }
        return node.doubleValue();
    }

    <T> List<T> list(String name, int most, Function<JsonNode, T> element) {
        var node = object.path(name);
        if (!node.isArray() || node.size() > most) {
            throw new MalformedMessage(name + " must be a list of at most " + most);
        }
        var list = new ArrayList<T>();
        node.forEach(e -> list.add(element.apply(e)));
        return list;
    }
}
