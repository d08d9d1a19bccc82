package passby.aws.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passby.aws.dynamodb.Tables;

final class FunctionsTest {
    private static final Map<CallerKind, String> SECURITY =
            Map.of(CallerKind.CAMERA, "cameraToken", CallerKind.PERSON, "personToken");

    @Test
    void everyFunctionIsInTheListOnce() {
        var names = Functions.ALL.stream().map(FunctionSpec::name).toList();

        assertThat(names)
                .containsExactlyInAnyOrder(
                        "IssueUploadUrls",
                        "Cameras",
                        "HotLists",
                        "ImportLists",
                        "ExpireConfirmations",
                        "WatchAlerts",
                        "WatchEntries",
                        "Hits",
                        "Samples",
                        "Subscriptions",
                        "DeliverAlerts",
                        "CallWebhooks",
                        "Search",
                        "PublicFiles",
                        "ReadPlates",
                        "SweepUploads",
                        "PublishAlerts",
                        "EnterCounts",
                        "AdmitFrames",
                        "SealLedger",
                        "Ledger",
                        "LedgerProofs",
                        "WatchReviews",
                        "WatchConduct",
                        "Purge",
                        "Redate",
                        "SweepPictures",
                        "CloseDay",
                        "Evidence",
                        "CopyEvidence",
                        "EndHolds",
                        "Policy",
                        "Access",
                        "CheckParameters",
                        "MakeCityKey",
                        "RequestPolicy",
                        "CheckOptOut",
                        "SignIn",
                        "AppointPerson",
                        "SwitchCapture",
                        "CountHolds");
    }

    @Test
    void noTwoRoutesShareAMethodAndPathOrAnOperation() {
        var routes = routes();

        assertThat(routes.stream().map(route -> route.method() + " " + route.path()))
                .doesNotHaveDuplicates();
        assertThat(routes.stream().map(Route::operationId)).doesNotHaveDuplicates();
    }

    @Test
    void theListAndTheDocumentHaveTheSameRoutes() {
        var listed = routes().stream().map(FunctionsTest::line).collect(Collectors.toSet());

        var documented = documented();

        assertThat(documented).isEqualTo(listed);
    }

    @Test
    void noFunctionMayDoEverythingWithAnything() {
        var actions = Functions.ALL.stream()
                .flatMap(spec -> spec.permissions().stream())
                .flatMap(permission -> permission.actions().stream())
                .toList();

        assertThat(actions).isNotEmpty().noneMatch(action -> action.contains("*"));
    }

    @Test
    void noResourceIsNamedTwiceForAFunction() {
        for (var spec : Functions.ALL) {
            assertThat(spec.permissions().stream().map(Permission::resource))
                    .as(spec.name())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whoOnlyAnswersPeopleDeletesNothing() {
        var deletes = Functions.ALL.stream()
                .filter(spec -> spec.permissions().stream()
                        .flatMap(permission -> permission.actions().stream())
                        .anyMatch(action -> action.contains("Delete")))
                .map(FunctionSpec::name);

        assertThat(deletes)
                .containsExactlyInAnyOrder(
                        "CallWebhooks",
                        "ReadPlates",
                        "SweepUploads",
                        "Purge",
                        "SweepPictures",
                        "CloseDay",
                        "EndHolds",
                        "ImportLists",
                        "DeliverAlerts");
    }

    @Test
    void onlyFunctionsThatNeedPlateKeysGetTheCityKey() {
        var holders = Functions.ALL.stream()
                .filter(spec -> spec.permissions().stream()
                        .anyMatch(permission -> permission.resource().equals(new Permission.Resource.Key("city"))))
                .map(FunctionSpec::name);

        assertThat(holders)
                .containsExactlyInAnyOrder(
                        "HotLists",
                        "ImportLists",
                        "Search",
                        "ReadPlates",
                        "MakeCityKey",
                        "SealLedger",
                        "Ledger",
                        "WatchConduct",
                        "Evidence");
    }

    @Test
    void onlyTheEndOfAHoldDeletesItsCopies() {
        var deleters = Functions.ALL.stream()
                .filter(spec -> may(spec, new Permission.Resource.Bucket(Bucket.EVIDENCE), "s3:DeleteObjectVersion")
                        || may(spec, new Permission.Resource.Bucket(Bucket.EVIDENCE), "s3:BypassGovernanceRetention"))
                .map(FunctionSpec::name);

        assertThat(deleters).containsExactly("EndHolds");
    }

    @Test
    void onlyTheSealerSignsCheckpoints() {
        assertThat(signers("ledger")).containsExactly("SealLedger");
    }

    @Test
    void onlyWhoSendsToPeopleSignsPushes() {
        assertThat(signers("push")).containsExactlyInAnyOrder("Subscriptions", "DeliverAlerts", "WatchEntries");
    }

    private static Stream<String> signers(String key) {
        return Functions.ALL.stream()
                .filter(spec -> may(spec, new Permission.Resource.Key(key), "kms:Sign"))
                .map(FunctionSpec::name);
    }

    @Test
    void whoMakesTheCityKeyCannotSeeItAndWhoUsesItCannotMakeOne() {
        for (var spec : Functions.ALL) {
            var onKeys = spec.permissions().stream()
                    .filter(permission -> permission.resource().equals(new Permission.Resource.Key("city")))
                    .flatMap(permission -> permission.actions().stream())
                    .toList();

            assertThat(onKeys)
                    .as(spec.name())
                    .isSubsetOf(
                            spec.equals(GovernanceFunctions.MAKE_CITY_KEY)
                                    ? List.of("kms:GenerateDataKeyWithoutPlaintext")
                                    : List.of("kms:Decrypt"));
        }
    }

    @Test
    void nobodyWhoReadsPicturesCanChangeThePolicy() {
        var both = Functions.ALL.stream()
                .filter(spec -> may(spec, new Permission.Resource.Table(Tables.POLICY), "dynamodb:PutItem"))
                .filter(spec -> may(spec, new Permission.Resource.Bucket(Bucket.PICTURES), "s3:GetObject")
                        || may(spec, new Permission.Resource.Bucket(Bucket.UPLOADS), "s3:GetObject"));

        assertThat(both).isEmpty();
    }

    private static boolean may(FunctionSpec spec, Permission.Resource resource, String action) {
        return spec.permissions().stream()
                .anyMatch(permission -> permission.resource().equals(resource)
                        && permission.actions().contains(action));
    }

    private static List<Route> routes() {
        return Functions.ALL.stream().flatMap(spec -> spec.routes().stream()).toList();
    }

    private static String line(Route route) {
        var security = SECURITY.getOrDefault(route.caller(), "none");
        return String.join(
                " ",
                route.method(),
                route.path(),
                route.operationId(),
                security,
                route.body() ? "body" : "no body",
                parameters(route.path()).toString());
    }

    private static Set<String> documented() {
        var lines = new HashSet<String>();
        for (var path : OpenApiContract.document().path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var node = operation.getValue();
                lines.add(String.join(
                        " ",
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        node.path("operationId").asText(),
                        security(node),
                        node.has("requestBody") ? "body" : "no body",
                        documentedParameters(node).toString()));
            }
        }
        return lines;
    }

    private static String security(JsonNode operation) {
        var security = operation.path("security");
        return security.isEmpty() ? "none" : security.get(0).fieldNames().next();
    }

    private static Set<String> parameters(String path) {
        var names = new TreeSet<String>();
        for (var segment : path.split("/", -1)) {
            if (segment.startsWith("{")) {
                names.add(segment.substring(1, segment.length() - 1));
            }
        }
        return names;
    }

    private static Set<String> documentedParameters(JsonNode operation) {
        var names = new TreeSet<String>();
        for (var parameter : operation.path("parameters")) {
            var pointer = parameter.path("$ref").asText().substring(1);
            names.add(OpenApiContract.document().at(pointer).path("name").asText());
        }
        return names;
    }
}
