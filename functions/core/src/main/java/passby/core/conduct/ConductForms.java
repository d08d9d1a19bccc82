package passby.core.conduct;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import passby.core.capture.Camera;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.people.PersonForm;
import passby.core.plate.Plate;

/** The bodies of what people say about conduct: a finding, a person's hours, a plate of one's own. */
final class ConductForms {
    /** A decoy, a plate of one's own and a person's hours are said again every year. */
    static final Duration LONGEST = Duration.ofDays(366);

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int MAX_NARRATIVE = 2000;
    private static final int MIN_NARRATIVE = 20;
    private static final int MAX_SHIFTS = 28;
    private static final int MAX_EXTRA = 60;
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final String CLASSES = Arrays.stream(ConductReview.FindingClass.values())
            .map(ConductReview.FindingClass::code)
            .collect(Collectors.joining(", "));

    private ConductForms() {}

    /** {@code {"class":"stalking","narrative":"…"}} */
    static Checked<ConductReview.Finding> finding(Form body, String by, Instant now) {
        var of = body.code("class", ConductReview.FindingClass::of, CLASSES);
        var narrative = body.string("narrative", MAX_NARRATIVE);
        if (body.isValid("narrative") && narrative.strip().length() < MIN_NARRATIVE) {
            body.reject("narrative", "out-of-range", "at least " + MIN_NARRATIVE + " characters: what was looked at");
        }
        return body.checked(() -> new ConductReview.Finding(of.orElseThrow(), narrative, by, now));
    }

    /** {@code {"plate":"…","until":"…"}} */
    static Checked<OwnPlate> ownPlate(Form body, Instant now) {
        var plate = body.code("plate", Plate::parse, "1 to 10 letters and digits");
        var until = until(body, now);
        return body.checked(() -> new OwnPlate(plate.orElseThrow(), until));
    }

    /** Kept as a key only. */
    record OwnPlate(Plate plate, Instant until) {}

    /** {@code {"until":"…"}}, or with {@code "read":{"cameraId":"…","seenAt":"…"}} for a decoy among the reads. */
    static Checked<DecoyForm> decoy(Form body, Duration kept, Instant now) {
        var until = until(body, now);
        var read = body.optionalForm("read").map(form -> seen(form, kept, now));
        return body.checked(() -> new DecoyForm(until, read.orElse(null)));
    }

    private static SeenForm seen(Form form, Duration kept, Instant now) {
        var cameraId = form.string("cameraId", Camera.ID, "the id of a camera");
        var seenAt = form.instant("seenAt");
        if (form.isValid("seenAt") && (seenAt.isAfter(now.minus(SOON)) || !seenAt.isAfter(now.minus(kept)))) {
            form.reject("seenAt", "out-of-range", "at least two minutes ago, and not longer than reads are kept");
        }
        return new SeenForm(cameraId, seenAt);
    }

    /** @param read where the decoy stands among the reads, or null when it stands in none */
    record DecoyForm(Instant until, @Nullable SeenForm read) {}

    record SeenForm(String cameraId, Instant seenAt) {}

    /**
     * {@code {"personId":"…","timeZone":"America/Chicago","weekly":[{"day":"monday","from":"07:00","hours":10}],
     * "extra":[{"from":"…","to":"…"}],"until":"…"}}; extra may be missing.
     */
    static Checked<DutyHours> dutyHours(Form body, Instant now) {
        var personId = PersonForm.personId(body);
        var timeZone = body.code("timeZone", ConductForms::timeZone, "a time zone such as America/Chicago");
        var weekly = body.forms("weekly", MAX_SHIFTS).stream()
                .map(ConductForms::shift)
                .toList();
        var extra = body.optionalForms("extra", MAX_EXTRA).stream()
                .map(ConductForms::extra)
                .toList();
        var until = until(body, now);
        return body.checked(() -> new DutyHours(
                personId,
                timeZone.orElseThrow(),
                weekly.stream().flatMap(Optional::stream).toList(),
                extra.stream().flatMap(Optional::stream).toList(),
                until));
    }

    /** {@code {"personId":"…","takenBy":"…","from":"…","to":"…"}} */
    static Checked<Swap> swap(Form body) {
        var personId = PersonForm.personId(body);
        var takenBy = body.string("takenBy", PersonForm.PERSON_ID, "a person's id");
        var shift = extra(body);
        if (body.isValid("takenBy") && takenBy.equals(personId)) {
            body.reject("takenBy", "out-of-range", "somebody else");
        }
        return body.checked(() -> new Swap(personId, takenBy, shift.orElseThrow()));
    }

    /**
     * A shift that changes hands.
     *
     * @param personId whose it was
     * @param takenBy whose it is
     */
    record Swap(String personId, String takenBy, DutyHours.Extra shift) {}

    private static Optional<DutyHours.Shift> shift(Form form) {
        var day = form.code("day", ConductForms::day, "a day such as monday");
        var from = form.string("from", TIME, "a time such as 07:00");
        var hours = form.longValue("hours", 1, 24);
        return form.isValid("from") && form.isValid("hours")
                ? day.map(valid -> new DutyHours.Shift(valid, LocalTime.parse(from), Duration.ofHours(hours)))
                : Optional.empty();
    }

    private static Optional<DutyHours.Extra> extra(Form form) {
        var from = form.instant("from");
        var to = form.instant("to");
        if (form.isValid("from")
                && form.isValid("to")
                && (!from.isBefore(to) || Duration.between(from, to).compareTo(Duration.ofDays(1)) > 0)) {
            form.reject("to", "out-of-range", "after its beginning, and at most 24 hours after it");
        }
        return Optional.of(new DutyHours.Extra(from, to));
    }

    private static Instant until(Form body, Instant now) {
        var until = body.instant("until");
        if (body.isValid("until") && (!until.isAfter(now) || until.isAfter(now.plus(LONGEST)))) {
            body.reject("until", "out-of-range", "after now and at most " + LONGEST.toDays() + " days from now");
        }
        return until;
    }

    private static Optional<DayOfWeek> day(String code) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst();
    }

    private static Optional<ZoneId> timeZone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
