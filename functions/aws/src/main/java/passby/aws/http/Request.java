package passby.aws.http;

import java.util.Map;
import passby.core.form.Form;

/**
 * A request whose route is known and whose caller is verified.
 *
 * @param parameters of its path, each decoded once
 * @param body empty where the route takes none
 */
public record Request(Map<String, String> parameters, Form body) {
    public Request {
        parameters = Map.copyOf(parameters);
    }

    /** @throws IllegalArgumentException when the route's path has no such parameter */
    public String parameter(String name) {
        var value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no parameter " + name);
        }
        return value;
    }
}
