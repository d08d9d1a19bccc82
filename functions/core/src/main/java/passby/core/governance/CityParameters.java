package passby.core.governance;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import passby.core.form.Problem;
import passby.core.id.Ori;
import passby.core.policy.AlertingRules;
import passby.core.policy.Bounds;
import passby.core.policy.CaptureSwitch;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Parameter;
import passby.core.policy.ReaderRules;
import passby.core.policy.RecognizerOrder;
import passby.core.policy.SearchRules;
import passby.core.policy.StateProfile;
import passby.core.retention.HitRetention;
import passby.core.retention.ImageRetention;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RecordClocks;
import passby.core.zone.ExcludedZones;

/**
 * What a city sets, as far as the effective policy tells it. Made from a form by {@link ParameterForm}, or from the policy
 * that is in force.
 *
 * @param city the audience of camera tokens; it never changes
 * @param agency that runs the readers
 * @param ori its identifier
 * @param profile whose ceilings bind
 * @param nonHitRetention of reads that match nothing
 * @param hitRetention of hits; whole days
 * @param imageRetention of pictures
 * @param order which engine looks first
 * @param cameraUploadRate frames per camera and minute
 * @param capture whether cameras are read at all; what a stack asks for never changes it
 * @param alerting of lists and alerts
 * @param records clocks of what the city writes down itself
 * @param zones places where nothing is captured; what a stack asks for never changes them
 * @param readers of samples and misreads
 * @param searches beyond a purpose
 */
public record CityParameters(
        String city,
        String agency,
        Ori ori,
        StateProfile profile,
        NonHitRetention nonHitRetention,
        Duration hitRetention,
        ImageRetention imageRetention,
        RecognizerOrder order,
        int cameraUploadRate,
        CaptureSwitch capture,
        AlertingRules alerting,
        RecordClocks records,
        ExcludedZones zones,
        ReaderRules readers,
        SearchRules searches) {

    /** @throws IllegalStateException when the policy's profile is none that this version knows */
    public static CityParameters of(EffectivePolicy policy) {
        return new CityParameters(
                policy.cityId(),
                policy.agency(),
                policy.ori(),
                policy.stateProfile(),
                policy.nonHitRetention(),
                policy.hitRetention(),
                policy.imageRetention(),
                policy.order(),
                policy.cameraUploadRate(),
                policy.capture(),
                policy.alerting(),
                policy.records(),
                policy.zones(),
                policy.readers(),
                policy.searches());
    }

    /** @throws IllegalArgumentException unless there is a good word for each parameter of {@link #codes()} */
    static CityParameters of(Map<Parameter, String> words) {
        return new CityParameters(
                word(words, Parameter.CITY),
                word(words, Parameter.AGENCY),
                new Ori(word(words, Parameter.AGENCY_ORI)),
                StateProfile.parse(word(words, Parameter.STATE_PROFILE)).orElseThrow(IllegalArgumentException::new),
                NonHitRetention.parse(word(words, Parameter.NON_HIT_RETENTION))
                        .orElseThrow(IllegalArgumentException::new),
                days(word(words, Parameter.HIT_RETENTION)),
                ImageRetention.parse(word(words, Parameter.IMAGE_RETENTION)).orElseThrow(IllegalArgumentException::new),
                RecognizerOrder.parse(word(words, Parameter.RECOGNIZER_ORDER))
                        .orElseThrow(IllegalArgumentException::new),
                Integer.parseInt(word(words, Parameter.CAMERA_UPLOAD_RATE)),
                CaptureSwitch.parse(word(words, Parameter.CAPTURE)).orElseThrow(IllegalArgumentException::new),
                new AlertingRules(
                        word(words, Parameter.OUTSIDE_LISTS).equals(AlertingRules.LISTS_TAKEN),
                        word(words, Parameter.LIST_FILE_CODES),
                        Duration.ofMinutes(Long.parseLong(word(words, Parameter.ESCALATE_AFTER)))),
                records(words),
                ExcludedZones.of(word(words, Parameter.EXCLUDED_ZONES)),
                readers(words),
                new SearchRules(Integer.parseInt(word(words, Parameter.WARRANT_AFTER))));
    }

    private static String word(Map<Parameter, String> words, Parameter parameter) {
        var word = words.get(parameter);
        if (word == null) {
            throw new IllegalArgumentException("no word for " + parameter.code());
        }
        return word;
    }

    private static RecordClocks records(Map<Parameter, String> words) {
        return new RecordClocks(
                RecordClocks.days(word(words, Parameter.HOT_LIST_ENTRY_RETENTION)),
                RecordClocks.days(word(words, Parameter.SEARCH_RECORD_RETENTION)),
                RecordClocks.days(word(words, Parameter.LEDGER_RETENTION)));
    }

    private static ReaderRules readers(Map<Parameter, String> words) {
        return new ReaderRules(
                Integer.parseInt(word(words, Parameter.SAMPLE_SHARE)),
                Integer.parseInt(word(words, Parameter.MISREAD_LIMIT)),
                Integer.parseInt(word(words, Parameter.RATE_FLOOR)));
    }

    /** A policy in force may have a number of days that no parameter offers. */
    private static Duration days(String word) {
        return HitRetention.parse(word)
                .map(HitRetention::duration)
                .orElseGet(() -> Duration.ofDays(Long.parseLong(word.substring(0, word.length() - 1))));
    }

    /** The word of each parameter that the policy tells; the alert address is none of them. */
    public Map<Parameter, String> codes() {
        var words = new EnumMap<Parameter, String>(Parameter.class);
        words.put(Parameter.CITY, city);
        words.put(Parameter.AGENCY, agency);
        words.put(Parameter.AGENCY_ORI, ori.value());
        words.put(Parameter.STATE_PROFILE, profile.code());
        words.put(Parameter.NON_HIT_RETENTION, nonHitRetention.code());
        words.put(Parameter.HIT_RETENTION, hitRetention.toDays() + "d");
        words.put(Parameter.IMAGE_RETENTION, imageRetention.code());
        words.put(Parameter.RECOGNIZER_ORDER, order.code());
        words.put(Parameter.CAMERA_UPLOAD_RATE, String.valueOf(cameraUploadRate));
        words.put(Parameter.OUTSIDE_LISTS, alerting.outsideListsCode());
        words.put(Parameter.LIST_FILE_CODES, alerting.fileCodes());
        words.put(
                Parameter.ESCALATE_AFTER,
                String.valueOf(alerting.escalateAfter().toMinutes()));
        words.put(Parameter.SAMPLE_SHARE, String.valueOf(readers.sampleShare()));
        words.put(Parameter.MISREAD_LIMIT, String.valueOf(readers.misreadLimitPercent()));
        words.put(Parameter.RATE_FLOOR, String.valueOf(readers.floor()));
        words.put(Parameter.WARRANT_AFTER, String.valueOf(searches.warrantAfterHours()));
        words.put(Parameter.CAPTURE, capture.code());
        words.put(Parameter.EXCLUDED_ZONES, zones.text());
        words.put(Parameter.HOT_LIST_ENTRY_RETENTION, RecordClocks.code(records.listEntryDays()));
        words.put(Parameter.SEARCH_RECORD_RETENTION, RecordClocks.code(records.searchRecordDays()));
        words.put(Parameter.LEDGER_RETENTION, RecordClocks.code(records.ledgerDays()));
        return words;
    }

    /** The values of the stack's parameters that ask for what is in force, by their names. */
    public Map<String, String> ofStack() {
        var values = new HashMap<String, String>();
        codes().forEach((what, code) -> values.put(what.code(), code));
        values.keySet()
                .retainAll(Parameter.ofStack().stream().map(Parameter::code).toList());
        return values;
    }

    /** The same but for what the changes say. Of zones they name the ones that go and the ones that come; all others stay. */
    public CityParameters with(List<Change> changes) {
        var words = codes();
        changes.forEach(change -> words.put(
                change.what(),
                change.what() == Parameter.EXCLUDED_ZONES
                        ? ExcludedZones.of(words.getOrDefault(Parameter.EXCLUDED_ZONES, ""))
                                .minus(ExcludedZones.of(change.from()))
                                .plus(ExcludedZones.of(change.to()))
                                .text()
                        : change.to()));
        return of(words);
    }

    /** The same, without Rekognition unless the organisation's opt-out is certainly in force. */
    CityParameters withCertainOrder(OptOut optOut) {
        return order.asksRekognition() && optOut.status() != OptOut.Status.IN_FORCE
                ? with(List.of(
                        new Change(Parameter.RECOGNIZER_ORDER, order.code(), RecognizerOrder.CONTAINER_ONLY.code())))
                : this;
    }

    /** What the law of the profile refuses: empty when nothing. */
    public List<Problem> aboveTheCeiling() {
        return Stream.concat(
                        aboveTheCeiling(profile, nonHitRetention).stream(),
                        aboveTheCeiling(profile, hitRetention).stream())
                .toList();
    }

    static Optional<Problem> aboveTheCeiling(StateProfile profile, NonHitRetention retention) {
        return profile.allows(retention)
                ? Optional.empty()
                : Optional.of(aboveTheCeiling(
                        Parameter.NON_HIT_RETENTION, profile.ceiling().code(), profile, profile.law()));
    }

    static Optional<Problem> aboveTheCeiling(StateProfile profile, Duration hitRetention) {
        return profile.allowsHits(hitRetention)
                ? Optional.empty()
                : Optional.of(aboveTheCeiling(
                        Parameter.HIT_RETENTION, profile.hitCeiling().code(), profile, profile.hitLaw()));
    }

    private static Problem aboveTheCeiling(Parameter what, String ceiling, StateProfile profile, String law) {
        return new Problem(
                what.code(),
                "above-the-ceiling",
                "At most " + ceiling + " under the profile " + profile.code() + " (" + law + ").");
    }

    /** The document that says this, in the lowest format that can. */
    public EffectivePolicy policy(int version, Bounds bounds) {
        return new EffectivePolicy(
                EffectivePolicy.formatFor(capture, bounds, alerting, records, zones, readers, searches),
                version,
                city,
                agency,
                ori,
                profile.code(),
                nonHitRetention,
                hitRetention,
                imageRetention,
                cameraUploadRate,
                order,
                capture,
                bounds,
                alerting,
                records,
                zones,
                readers,
                searches);
    }
}
