package passby.core.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;
import static passby.core.testing.TestData.cameraKey;
import static passby.core.testing.TestData.officer;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.form.Form;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;
import passby.core.ledger.Outcome;
import passby.core.people.Caller;
import passby.core.picture.Box;
import passby.core.policy.CachedPolicy;
import passby.core.policy.Limits;
import passby.core.request.Refusal;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;
import passby.core.zone.Corner;
import passby.core.zone.ExcludedZone;
import passby.core.zone.PlaneZoneShapes;
import passby.core.zone.ZoneKind;

final class ManageCamerasTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final Caller caller = officer("admin-weber");
    private final ExcludedPlaces places = new ExcludedPlaces(new PlaneZoneShapes());
    private final ManageCameras keep = new ManageCameras(
            TestAuthorizer.open(city, clock), city.cameras(), city.cameraUses(), city.illegible(), places, clock);

    ManageCamerasTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
    }

    @Test
    void noCameraIsRegisteredInAnExcludedZoneAndTheRefusalNamesItsKindAlone() {
        city.policyDocuments()
                .put(TestData.withZones(TestData.policy(2, NonHitRetention.DAYS_7), zoneAround(TestData.CORNER)));

        var refused = Results.refusal(keep.register(caller, new Form(camera())));

        assertThat(refused).isInstanceOfSatisfying(Refusal.Conflict.class, conflict -> {
            assertThat(conflict.state()).isEqualTo("clinic");
            assertThat(conflict.detail()).contains("clinic").doesNotContain("elm-street");
        });
        assertThat(city.cameras().all()).isEmpty();
        assertThat(city.ledger().lastRefusal(EntryType.CAMERA_REGISTERED)).isNotNull();
    }

    @Test
    void aCameraInAZoneThatWasAddedLaterIsListedSo() {
        var stands = Results.value(keep.register(caller, new Form(camera())));
        assertThat(Results.value(keep.view(caller)).getFirst().excluded()).isNull();

        city.policyDocuments()
                .put(TestData.withZones(TestData.policy(2, NonHitRetention.DAYS_7), zoneAround(stands.position())));
        clock.advance(CachedPolicy.MAX_AGE);

        assertThat(Results.value(keep.view(caller)).getFirst().excluded()).isEqualTo(ZoneKind.CLINIC);
    }

    private static ExcludedZone zoneAround(Position place) {
        var east = (int) Math.round(place.longitude() * 1e6);
        var north = (int) Math.round(place.latitude() * 1e6);
        var outline = List.of(
                new Corner(east - 900, north - 900),
                new Corner(east + 900, north - 900),
                new Corner(east, north + 900),
                new Corner(east - 900, north - 900));
        return new ExcludedZone("elm-street-12", ZoneKind.CLINIC, List.of(outline));
    }

    private static Map<String, Object> camera() {
        var body = new HashMap<String, Object>(key("key-1"));
        body.putAll(Map.of(
                "cameraId",
                "cam-elm",
                "name",
                "Elm and Third",
                "zone",
                "north",
                "latitude",
                new BigDecimal("38.5"),
                "longitude",
                new BigDecimal("-121.25"),
                "heading",
                new BigDecimal(90),
                "mobile",
                false,
                "owner",
                "Springfield Police Department",
                "approval",
                "Resolution 12",
                "installedAt",
                NOW.toString()));
        return body;
    }

    private static Map<String, Object> key(String kid) {
        return Map.of("kid", kid, "publicKey", cameraKey(kid).publicKey());
    }

    private List<String> kids() {
        return city.cameras().find("cam-elm").orElseThrow().keys().stream()
                .map(CameraKey::kid)
                .toList();
    }

    private Result<Camera> addKey(String kid) {
        return keep.addKey(caller, "cam-elm", new Form(key(kid)));
    }

    private void assertConflict(Result<Camera> result, EntryType type) {
        assertThat(Results.refusal(result)).isInstanceOf(Refusal.Conflict.class);
        assertThat(result.accepted()).isEqualTo(city.ledger().lastRefusal(type));
    }

    private void assertOutcomes(Outcome... outcomes) {
        assertThat(city.ledger().entries()).extracting(Entry::outcome).containsExactly(outcomes);
    }

    @Test
    void aCameraIsRegisteredWithAnEntry() {
        var answer = keep.register(caller, new Form(camera()));

        var stored = city.cameras().find("cam-elm").orElseThrow();
        var entry = city.ledger().entries(EntryType.CAMERA_REGISTERED).getFirst();
        assertThat(answer).isEqualTo(new Result.Done<>(stored, entry.accepted()));
        assertThat(stored.isInService(NOW)).isTrue();
        assertThat(stored.isInService(NOW.minusMillis(1))).isFalse();
        assertThat(kids()).containsExactly("key-1");
    }

    private static Map<String, Object> zone(String left, String top, String width, String height) {
        return Map.of(
                "left", new BigDecimal(left),
                "top", new BigDecimal(top),
                "width", new BigDecimal(width),
                "height", new BigDecimal(height));
    }

    @Test
    void aCameraThatWritesIntoItsFramesNamesTheZones() {
        var body = camera();
        body.put("captions", List.of(zone("0", "0", "1", "0.05")));

        keep.register(caller, new Form(body));

        assertThat(city.cameras().find("cam-elm").orElseThrow().captions()).containsExactly(new Box(0, 0, 1, 0.05));
    }

    @Test
    void aZoneBeyondTheFrameOrWithoutAnAreaIsRefused() {
        for (var zone :
                List.of(zone("0.5", "0", "0.6", "0.1"), zone("0", "0", "0", "0.1"), zone("0", "0.95", "1", "0.1"))) {
            var body = camera();
            body.put("captions", List.of(zone));

            assertThat(Results.refusal(keep.register(caller, new Form(body)))).isInstanceOf(Refusal.Invalid.class);
        }
    }

    private Result<Camera> caption(List<Map<String, Object>> zones) {
        return keep.changeCaptions(caller, "cam-elm", new Form(Map.of("captions", zones)));
    }

    @Test
    void captionsAreChangedAfterRegistrationAndTheEntryCommitsToBoth() {
        var body = camera();
        body.put("captions", List.of(zone("0", "0", "1", "0.05")));
        keep.register(caller, new Form(body));

        Results.value(caption(List.of(zone("0", "0.9", "0.5", "0.1"))));

        assertThat(city.cameras().find("cam-elm").orElseThrow().captions()).containsExactly(new Box(0, 0.9, 0.5, 0.1));
        assertThat(city.ledger().entries(EntryType.CAMERA_CAPTIONS_CHANGED))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(opened(entry, Field.BEFORE))
                            .isEqualTo("{\"camera\":\"cam-elm\",\"captions\":[\"0,0,1,0.05\"]}");
                    assertThat(opened(entry, Field.AFTER))
                            .isEqualTo("{\"camera\":\"cam-elm\",\"captions\":[\"0,0.9,0.5,0.1\"]}");
                });
    }

    private static String opened(Entry entry, Field field) {
        return Objects.requireNonNull(entry.openings().get(field)).value();
    }

    @Test
    void anEmptyListEndsTheCaptionsOfACameraAndAMissingOneIsRefused() {
        var body = camera();
        body.put("captions", List.of(zone("0", "0", "1", "0.05")));
        keep.register(caller, new Form(body));

        var missing = keep.changeCaptions(caller, "cam-elm", new Form(Map.of()));
        assertThat(Results.refusal(missing)).isInstanceOf(Refusal.Invalid.class);
        assertThat(city.cameras().find("cam-elm").orElseThrow().captions()).hasSize(1);

        Results.value(caption(List.of()));
        assertThat(city.cameras().find("cam-elm").orElseThrow().captions()).isEmpty();
    }

    @Test
    void whatIsNoZoneARetiredCameraAndAnUnknownOneChangeNothing() {
        assertThat(Results.refusal(caption(List.of()))).isInstanceOf(Refusal.NotFound.class);
        keep.register(caller, new Form(camera()));
        assertThat(Results.refusal(caption(List.of(zone("0.5", "0", "0.6", "0.1")))))
                .isInstanceOf(Refusal.Invalid.class);
        keep.retire(caller, "cam-elm");

        assertThat(Results.refusal(caption(List.of(zone("0", "0", "1", "0.05")))))
                .isInstanceOf(Refusal.Conflict.class);
        assertThat(city.cameras().find("cam-elm").orElseThrow().captions()).isEmpty();
    }

    @Test
    void captionsStayWhenAKeyIsAdded() {
        var body = camera();
        body.put("captions", List.of(zone("0", "0", "1", "0.05")));
        keep.register(caller, new Form(body));

        addKey("key-2");

        assertThat(city.cameras().find("cam-elm").orElseThrow().captions()).hasSize(1);
    }

    @Test
    void theCityTellsEverybodyWhereACameraStands() {
        keep.register(caller, new Form(camera()));

        assertThat(told(EntryType.CAMERA_REGISTERED))
                .contains("\"camera\":\"cam-elm\"", "\"latitude\":\"", "\"mobile\":false", "\"heading\":")
                .doesNotContain("key-1", "retired");
        keep.retire(caller, "cam-elm");
        assertThat(told(EntryType.CAMERA_RETIRED)).contains("\"retired\":\"2036-05-06\"");
    }

    @Test
    void aCameraThatMovesHasNoPlaceForAnybody() {
        var mobile = camera();
        mobile.put("mobile", true);

        keep.register(caller, new Form(mobile));

        assertThat(told(EntryType.CAMERA_REGISTERED))
                .contains("\"mobile\":true")
                .doesNotContain("latitude", "longitude", "heading", "\"name\"");
    }

    private String told(EntryType type) {
        var openings = city.ledger().entries(type).getFirst().openings();
        return Objects.requireNonNull(openings.get(Field.AFTER)).value();
    }

    @Test
    void anIdIsGivenOnce() {
        keep.register(caller, new Form(camera()));

        assertConflict(keep.register(caller, new Form(camera())), EntryType.CAMERA_REGISTERED);
        assertOutcomes(Outcome.DONE, Outcome.REFUSED);
    }

    @Test
    void rotationKeepsTwoKeysAndDropsTheOldest() {
        keep.register(caller, new Form(camera()));

        addKey("key-2");
        assertThat(kids()).containsExactly("key-1", "key-2");
        addKey("key-3");

        assertThat(kids()).containsExactly("key-2", "key-3");
        assertThat(city.ledger().entries(EntryType.CAMERA_KEY_ADDED)).hasSize(2);
    }

    @Test
    void aKeyIdThatIsInUseIsNotGivenAgain() {
        keep.register(caller, new Form(camera()));

        assertConflict(addKey("key-1"), EntryType.CAMERA_KEY_ADDED);
        assertThat(kids()).containsExactly("key-1");
        assertOutcomes(Outcome.DONE, Outcome.REFUSED);
    }

    @Test
    void aRetiredCameraIsOutAtOnce() {
        keep.register(caller, new Form(camera()));
        clock.advance(Duration.ofDays(1));

        keep.retire(caller, "cam-elm");

        var stored = city.cameras().find("cam-elm").orElseThrow();
        assertThat(stored.isInService(clock.instant())).isFalse();
        assertThat(stored.isInService(clock.instant().minusMillis(1))).isTrue();
        assertThat(city.ledger().entries(EntryType.CAMERA_RETIRED)).hasSize(1);
    }

    @Test
    void aCameraIsRetiredOnce() {
        keep.register(caller, new Form(camera()));
        keep.retire(caller, "cam-elm");

        assertConflict(keep.retire(caller, "cam-elm"), EntryType.CAMERA_RETIRED);
        assertOutcomes(Outcome.DONE, Outcome.DONE, Outcome.REFUSED);
    }

    @Test
    void aCameraThatIsNotThereIsNotFound() {
        assertThat(addKey("key-2"))
                .isEqualTo(new Result.Refused<>(
                        new Refusal.NotFound(), city.ledger().lastRefusal(EntryType.CAMERA_KEY_ADDED)));
        assertThat(keep.retire(caller, "cam-elm"))
                .isEqualTo(new Result.Refused<>(
                        new Refusal.NotFound(), city.ledger().lastRefusal(EntryType.CAMERA_RETIRED)));
        assertOutcomes(Outcome.REFUSED, Outcome.REFUSED);
    }

    @Test
    void theRegistryIsShownWithWhatIsKnownOfEachCameraAndWithAnEntry() {
        city.cameras().put(TestData.camera("cam-oak"));
        city.cameras().put(TestData.camera("cam-quiet"));
        city.cameraUses()
                .add(
                        "cam-oak",
                        new CameraUses.Amounts(1, 300, 1),
                        Duration.ofSeconds(-7),
                        Limits.Window.TEN_MINUTES,
                        NOW);
        city.cameraUses().arrived("cam-oak", Limits.Window.TEN_MINUTES, NOW, NOW);

        city.illegible().add("cam-quiet", Map.of("blurred", 3L), NOW);
        city.illegible().add("cam-quiet", Map.of("hidden", 1L), NOW.minus(Duration.ofDays(1)));
        city.illegible().add("cam-quiet", Map.of("hidden", 9L), NOW.minus(Duration.ofDays(2)));

        var answer = keep.view(caller);

        assertThat(answer)
                .isEqualTo(new Result.Done<>(
                        List.of(
                                new ManageCameras.Seen(
                                        TestData.camera("cam-oak"),
                                        Duration.ofSeconds(-7),
                                        Map.of(),
                                        Map.of(),
                                        NOW,
                                        CameraHealth.UP,
                                        null),
                                new ManageCameras.Seen(
                                        TestData.camera("cam-quiet"),
                                        null,
                                        Map.of("blurred", 3L),
                                        Map.of("hidden", 1L),
                                        null,
                                        CameraHealth.SILENT,
                                        null)),
                        city.ledger()
                                .entries(EntryType.CAMERAS_VIEWED)
                                .getFirst()
                                .accepted()));
    }

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        assertThat(keep.register(caller, new Form(Map.of())))
                .extracting(Results::problems)
                .satisfies(invalid -> assertThat(invalid)
                        .extracting(problem -> problem.field() + " " + problem.code())
                        .containsExactlyInAnyOrder(
                                "cameraId missing",
                                "name missing",
                                "zone missing",
                                "latitude missing",
                                "longitude missing",
                                "heading missing",
                                "mobile missing",
                                "owner missing",
                                "approval missing",
                                "installedAt missing",
                                "kid missing",
                                "publicKey missing"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 86})
    void anEmptyTextAndAPrivateKeyAreNoPublicKey(int letters) {
        var body = camera();
        body.put("publicKey", "A".repeat(letters));

        assertThat(keep.register(caller, new Form(body)))
                .extracting(Results::problems)
                .satisfies(invalid -> assertThat(invalid)
                        .extracting(problem -> problem.field() + " " + problem.code())
                        .containsExactly("publicKey malformed"));
        assertThat(city.cameras().find("cam-elm")).isEmpty();
        assertThat(city.ledger().entries(EntryType.CAMERA_REGISTERED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.openings().get(Field.REASON))
                        .isNotNull()
                        .extracting(Opening::value)
                        .isEqualTo("publicKey malformed"));
    }

    @Test
    void aBadKeyIsRefusedWithAnEntryAboutItsCamera() {
        var answer = keep.addKey(caller, "cam-elm", new Form(Map.of()));

        assertThat(Results.refusal(answer)).isInstanceOf(Refusal.Invalid.class);
        assertThat(answer.accepted()).isEqualTo(city.ledger().lastRefusal(EntryType.CAMERA_KEY_ADDED));
        assertThat(city.ledger().entries().getLast().openings()).containsKeys(Field.CAMERAS, Field.REASON);
    }

    @Test
    void whoeverIsRefusedChangesNothing() {
        city.cameras().put(TestData.camera("cam-elm"));
        var refused = new ManageCameras(
                TestAuthorizer.closed(city, clock), city.cameras(), city.cameraUses(), city.illegible(), places, clock);

        assertThat(refused.register(caller, new Form(camera())))
                .extracting(Results::refusal)
                .isInstanceOf(Refusal.Denied.class);
        assertThat(refused.addKey(caller, "cam-elm", new Form(key("key-2"))))
                .extracting(Results::refusal)
                .isInstanceOf(Refusal.Denied.class);
        assertThat(refused.retire(caller, "cam-elm"))
                .extracting(Results::refusal)
                .isInstanceOf(Refusal.Denied.class);
        assertThat(refused.view(caller)).extracting(Results::refusal).isInstanceOf(Refusal.Denied.class);
        assertThat(city.cameras().all()).containsExactly(TestData.camera("cam-elm"));
        assertThat(city.ledger().entries()).hasSize(4).allMatch(entry -> entry.type() == EntryType.ACCESS_REFUSED);
    }

    private static Map<String, Object> shop() {
        var body = camera();
        body.put("owner", "Corner Store");
        body.put("ownership", "private");
        return body;
    }

    private Result<Camera> optIn() {
        return keep.optIn(caller, "cam-elm", new Form(Map.of("consent", "Letter of the shop")));
    }

    @Test
    void aPrivateOwnersCameraIsOffUntilTheyOptInAndAtOnceWhenTheyWithdraw() {
        var registered = Results.value(keep.register(caller, new Form(shop())));
        var optedIn = Results.value(optIn());
        var withdrawn = Results.value(keep.optOut(caller, "cam-elm"));

        assertThat(registered.isInService(NOW)).isFalse();
        assertThat(optedIn.isInService(NOW)).isTrue();
        assertThat(withdrawn.isInService(NOW)).isFalse();
        assertThat(city.ledger().entries(EntryType.CAMERA_OPTED_IN)).hasSize(1);
        assertThat(city.ledger().entries(EntryType.CAMERA_OPTED_OUT)).hasSize(1);
    }

    @Test
    void anOwnerIsInOnceAndACameraOfTheCitysOwnIsNobodysToOptOut() {
        keep.register(caller, new Form(camera()));

        assertConflict(optIn(), EntryType.CAMERA_OPTED_IN);
        assertConflict(keep.optOut(caller, "cam-elm"), EntryType.CAMERA_OPTED_OUT);
        assertThat(Results.refusal(keep.optOut(caller, "cam-oak"))).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void nobodyIsRegisteredAsOptedInAndAnOptInSaysWhereItsConsentIsOnFile() {
        var body = shop();
        body.put("ownership", "private-opted-in");

        assertThat(Results.problems(keep.register(caller, new Form(body))))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly("ownership malformed");
        assertThat(Results.problems(keep.optIn(caller, "cam-elm", new Form(Map.of()))))
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly("consent missing");
    }
}
