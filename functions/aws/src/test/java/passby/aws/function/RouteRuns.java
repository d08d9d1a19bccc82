package passby.aws.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import passby.aws.api.AlertFunctions;
import passby.aws.api.FunctionSpec;
import passby.aws.api.ReadFunctions;
import passby.aws.api.Route;
import passby.aws.lambda.ApiHandler;
import passby.aws.testing.Call;
import passby.aws.testing.EdgeCity;
import passby.aws.testing.GoodCalls;
import passby.aws.testing.NoContext;
import passby.aws.testing.Reply;
import passby.core.disclosure.Week;
import passby.core.people.Role;
import passby.core.testing.TestData;

/** Has a function of the API serve all its routes. */
final class RouteRuns {
    private RouteRuns() {}

    /** One city for all routes that leave the others' preparation as it is, and one for each of the rest. */
    static Set<String> needed(FunctionSpec function, List<Route> routes) throws IOException {
        var needed = new TreeSet<String>();
        var rest = new ArrayList<Route>();
        CityRuns.with(
                city -> {
                    for (var route : routes) {
                        knock(city, function, route);
                        if (!isDone(serve(city, function, route, good(city, route)))) {
                            rest.add(route);
                        }
                        serve(city, function, route, good(city, route));
                    }
                    needed.addAll(city.needed(function));
                },
                function);
        for (var route : rest) {
            try (var city = new DeployedCity()) {
                prepare(city, route);
                var reply = serve(city, function, route, good(city, route));
                assertThat(isDone(reply))
                        .as("%s: %s", route.operationId(), reply.body())
                        .isTrue();
                needed.addAll(city.needed(function));
            }
        }
        return needed;
    }

    /** Without a token, which is counted where one is asked for: once when nothing can be counted. */
    private static void knock(DeployedCity city, FunctionSpec function, Route route) {
        var handler = (ApiHandler) city.start(function);
        city.failCounters(function, true);
        handler.handleRequest(good(city, route).event(), new NoContext());
        city.failCounters(function, false);
        handler.handleRequest(good(city, route).event(), new NoContext());
    }

    private static boolean isDone(Reply reply) {
        return reply.status() == 200 || reply.status() == 201;
    }

    /** As in {@code EveryRouteTest}. */
    private static void prepare(DeployedCity city, Route route) {
        var edge = city.edge();
        var operation = route.operationId();
        var list = operation.equals("uploadListFile")
                ? edge.agreedList()
                : operation.endsWith("ListFile") ? edge.acceptedList() : edge.list();
        city.with(operation.equals("keepHotListEntry") ? edge.entry().toBeReviewed(edge.now()) : edge.entry(), list);
        if (operation.equals("stepHit")) {
            serve(
                    city,
                    AlertFunctions.HITS,
                    route,
                    Call.get("/v1/hits/" + edge.hit().hitId().value() + "/pictures/plate"));
        }
        if (operation.equals("labelSample")) {
            serve(
                    city,
                    ReadFunctions.SAMPLES,
                    route,
                    Call.get("/v1/samples/" + EdgeCity.SAMPLE.format() + "/pictures/plate"));
        }
        if (operation.equals("enterTestDrive")) {
            city.flush();
        }
        if (operation.equals("drawReview")) {
            edge.clock().set(Week.of(TestData.NOW).end().plus(Duration.ofHours(2)));
        }
    }

    private static Call good(DeployedCity city, Route route) {
        return Objects.requireNonNull(GoodCalls.of(city.edge()).get(route.operationId()));
    }

    static Reply serve(DeployedCity city, FunctionSpec function, Route route, Call call) {
        var handler = (ApiHandler) city.start(function);
        return Reply.of(
                handler.handleRequest(withToken(city.edge(), route, call).event(), new NoContext()));
    }

    private static Call withToken(EdgeCity edge, Route route, Call call) {
        return switch (route.caller()) {
            case PUBLIC -> call;
            case CAMERA -> call.withToken(edge.cameraToken(call));
            case PERSON -> call.withToken(edge.issuer().token(caller(route), edge.now()));
        };
    }

    private static String caller(Route route) {
        var people = new HashMap<Role, String>(Map.of(
                Role.OPERATOR, EdgeCity.OPERATOR,
                Role.SYSTEM_ADMIN, EdgeCity.ADMIN,
                Role.CHIEF, EdgeCity.CHIEF,
                Role.PROGRAM_MANAGER, EdgeCity.MANAGER,
                Role.AUDITOR, EdgeCity.AUDITOR,
                Role.RECORDS_OFFICER, EdgeCity.RECORDS));
        return List.of(
                        Role.OPERATOR,
                        Role.SYSTEM_ADMIN,
                        Role.CHIEF,
                        Role.PROGRAM_MANAGER,
                        Role.AUDITOR,
                        Role.RECORDS_OFFICER)
                .stream()
                .filter(route.roles()::contains)
                .map(people::get)
                .findFirst()
                .orElseThrow();
    }
}
