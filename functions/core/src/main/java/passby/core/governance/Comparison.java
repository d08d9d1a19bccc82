package passby.core.governance;

import java.util.ArrayList;
import java.util.List;
import passby.core.policy.CaptureSwitch;
import passby.core.policy.Parameter;

/**
 * What a city asks for, beside what is in force, field by field.
 *
 * @param tightenings what counts at once
 * @param loosenings what waits for two people
 */
record Comparison(List<Change> tightenings, List<Change> loosenings) {
    Comparison {
        tightenings = List.copyOf(tightenings);
        loosenings = List.copyOf(loosenings);
    }

    static Comparison of(CityParameters inForce, CityParameters asked) {
        var tightenings = new ArrayList<Change>();
        var loosenings = new ArrayList<Change>();
        var words = inForce.codes();
        asked.codes().forEach((what, to) -> {
            var from = words.getOrDefault(what, to);
            if (!from.equals(to)) {
                (isLoosening(what, inForce, asked) ? loosenings : tightenings).add(new Change(what, from, to));
            }
        });
        return new Comparison(tightenings, loosenings);
    }

    /** Who answers for the readers is never changed by one person alone. */
    private static boolean isLoosening(Parameter what, CityParameters from, CityParameters to) {
        return switch (what) {
            case CITY, AGENCY, AGENCY_ORI, ALERT_EMAIL, OWN_NETWORKS -> true;
            case STATE_PROFILE ->
                !isShorter(
                                to.profile().ceiling().duration(),
                                from.profile().ceiling().duration())
                        || isShorter(
                                from.profile().hitCeiling().duration(),
                                to.profile().hitCeiling().duration());
            case NON_HIT_RETENTION ->
                !isShorter(
                        to.nonHitRetention().duration(), from.nonHitRetention().duration());
            case HIT_RETENTION -> !isShorter(to.hitRetention(), from.hitRetention());
            case IMAGE_RETENTION ->
                !isShorter(to.imageRetention().duration(), from.imageRetention().duration());
            case HOT_LIST_ENTRY_RETENTION ->
                to.records().listEntryDays() > from.records().listEntryDays();
            // Longer keeps plates for longer, shorter destroys the record of who looked: neither is one person's
            // decision.
            case SEARCH_RECORD_RETENTION -> true;
            case LEDGER_RETENTION -> false;
            case RECOGNIZER_ORDER -> to.order().compareTo(from.order()) < 0;
            case CAMERA_UPLOAD_RATE -> to.cameraUploadRate() > from.cameraUploadRate();
            case OUTSIDE_LISTS -> to.alerting().outsideLists();
            case LIST_FILE_CODES -> to.alerting().takesMoreThan(from.alerting());
            case ESCALATE_AFTER -> to.alerting().waitsLongerThan(from.alerting());
            // Fewer reads tell less of the reader, more show more pictures of people who are on no list.
            case SAMPLE_SHARE -> true;
            case MISREAD_LIMIT ->
                to.readers().misreadLimitPercent() > from.readers().misreadLimitPercent();
            case RATE_FLOOR -> to.readers().floor() > from.readers().floor();
            case WARRANT_AFTER -> to.searches().isLaxerThan(from.searches());
            case CAPTURE -> to.capture() == CaptureSwitch.ON;
            case EXCLUDED_ZONES -> !to.zones().hasAllOf(from.zones());
        };
    }

    private static <T extends Comparable<T>> boolean isShorter(T one, T other) {
        return one.compareTo(other) < 0;
    }
}
