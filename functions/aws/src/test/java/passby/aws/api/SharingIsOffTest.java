package passby.aws.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passby.aws.api.Permission.Resource;
import passby.aws.dynamodb.Tables;
import passby.core.people.Role;
import passby.core.policy.Action;
import passby.core.policy.Parameter;
import passby.core.retention.NonHitRetention;
import passby.core.testing.TestData;

/** Sharing is off (product.md, G1): beside the single release of a written request, nothing gives reads to anybody outside. */
final class SharingIsOffTest {
    private static final List<String> WORDS = List.of(
            "share",
            "sharing",
            "partner",
            "federat",
            "outbound",
            "regional",
            "interagency",
            "syndicat",
            "repository",
            "replicat",
            "broadcast",
            "network",
            "statewide",
            "nationwide");

    private static List<Route> routes() {
        return Functions.ALL.stream().flatMap(spec -> spec.routes().stream()).toList();
    }

    private static boolean sounds(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return WORDS.stream().anyMatch(plain::contains);
    }

    /**
     * {@link Parameter#OWN_NETWORKS} names the city's own addresses, to which its alerts may go; {@link Parameter#SAMPLE_SHARE} says of how
     * many reads somebody labels one.
     */
    @Test
    void noFunctionRouteRoleActionSettingOrFieldOfThePolicyIsASwitchForIt() {
        var names = new ArrayList<String>();
        Functions.ALL.forEach(function -> names.add(function.name()));
        routes().forEach(route -> names.addAll(List.of(route.path(), route.operationId())));
        Arrays.stream(Role.values()).map(Role::code).forEach(names::add);
        Arrays.stream(Action.values()).map(Action::code).forEach(names::add);
        Arrays.stream(Setting.values()).map(Setting::name).forEach(names::add);
        Arrays.stream(Parameter.values())
                .filter(parameter -> parameter != Parameter.OWN_NETWORKS && parameter != Parameter.SAMPLE_SHARE)
                .map(Parameter::name)
                .forEach(names::add);
        names.add(TestData.policy(NonHitRetention.DAYS_7).canonical().replaceAll("\"[^\"]*\"(?!:)", ""));

        assertThat(names).hasSizeGreaterThan(200).noneMatch(SharingIsOffTest::sounds);
    }

    @Test
    void fourRoutesSpeakOfGrantsAndOneOfThemReleases() {
        assertThat(routes().stream()
                        .map(Route::operationId)
                        .filter(name -> name.endsWith("Grant") || name.endsWith("Grants")))
                .containsExactlyInAnyOrder("requestGrant", "listGrants", "decideGrant", "releaseGrant");
    }

    /** Whoever adds a function that reads where cars were has to think of this test. */
    @Test
    void onlyTheseFunctionsThatPeopleCallReadStoredReads() {
        assertThat(reading(Tables.READS.name())
                        .filter(function -> !function.routes().isEmpty())
                        .map(FunctionSpec::name)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("Search", "Hits", "Samples", "Evidence");
    }

    /** A call without an account reaches no function that reads them. */
    @Test
    void nobodyWithoutAnAccountReachesAFunctionThatReadsThem() {
        assertThat(reading(Tables.READS.name())
                        .flatMap(function -> function.routes().stream())
                        .filter(route -> route.caller() != CallerKind.PERSON))
                .isEmpty();
    }

    private static Stream<FunctionSpec> reading(String table) {
        return Functions.ALL.stream()
                .filter(function -> function.permissions().stream()
                        .anyMatch(permission -> permission.resource() instanceof Resource.Table(var named)
                                && named.name().equals(table)
                                && permission.actions().stream()
                                        .anyMatch(action -> action.endsWith("GetItem")
                                                || action.endsWith("Query")
                                                || action.endsWith("Scan"))));
    }
}
