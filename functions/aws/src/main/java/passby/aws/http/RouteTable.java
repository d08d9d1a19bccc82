package passby.aws.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import passby.aws.api.Route;

/**
 * Finds the route of a request. Each segment is decoded once; what is not plain letters, digits and {@code . _ ~ -} after
 * that leads nowhere, so that no id can smuggle a slash, a dot segment or a second encoding. Of two paths that fit, the one
 * with more fixed segments is meant, as at API Gateway.
 */
final class RouteTable {
    private static final int MAX_PATH = 512;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~-]+");
    private static final Pattern ENCODED = Pattern.compile("(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})+");

    /** Where a request leads. */
    sealed interface Match {
        record Found(Route route, Map<String, String> parameters) implements Match {}

        record OtherMethods(SortedSet<String> allowed) implements Match {}

        record Nowhere() implements Match {}
    }

    private final List<Route> routes;

    RouteTable(List<Route> routes) {
        this.routes = routes.stream()
                .sorted(Comparator.comparingInt(RouteTable::parameterCount))
                .toList();
    }

    Match match(String method, String path) {
        var segments = segments(path);
        var allowed = new TreeSet<String>();
        var meant = Optional.<String>empty();
        for (var route : routes) {
            var parameters = segments.flatMap(found -> parameters(route, found));
            if (parameters.isEmpty() || !meant.orElse(route.path()).equals(route.path())) {
                continue;
            }
            if (route.method().equals(method)) {
                return new Match.Found(route, parameters.get());
            }
            meant = Optional.of(route.path());
            allowed.add(route.method());
        }
        return allowed.isEmpty() ? new Match.Nowhere() : new Match.OtherMethods(allowed);
    }

    private static int parameterCount(Route route) {
        return (int) route.path().chars().filter(c -> c == '{').count();
    }

    private static Optional<List<String>> segments(String path) {
        if (path.length() > MAX_PATH || !path.startsWith("/")) {
            return Optional.empty();
        }
        var raw = List.of(path.substring(1).split("/", -1));
        if (!raw.stream().allMatch(segment -> ENCODED.matcher(segment).matches())) {
            return Optional.empty();
        }
        var decoded = raw.stream()
                .map(segment -> URLDecoder.decode(segment, StandardCharsets.UTF_8))
                .toList();
        return decoded.stream().allMatch(RouteTable::isHarmless) ? Optional.of(decoded) : Optional.empty();
    }

    private static boolean isHarmless(String segment) {
        return PLAIN.matcher(segment).matches() && !segment.equals(".") && !segment.equals("..");
    }

    private static Optional<Map<String, String>> parameters(Route route, List<String> segments) {
        var template = List.of(route.path().substring(1).split("/", -1));
        if (template.size() != segments.size()) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        for (var i = 0; i < segments.size(); i++) {
            var expected = template.get(i);
            if (expected.startsWith("{")) {
                parameters.put(expected.substring(1, expected.length() - 1), segments.get(i));
            } else if (!expected.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
