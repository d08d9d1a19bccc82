package passby.aws.conduct;

import java.util.Locale;
import java.util.Map;
import passby.aws.http.Answer;
import passby.aws.http.Request;
import passby.aws.http.RouteAction;
import passby.aws.json.JsonObject;
import passby.core.conduct.DutyHours;
import passby.core.conduct.EnterDutyHours;
import passby.core.people.Caller;

/** People's hours, as a route beside those of access. */
public final class DutyActions {
    private final EnterDutyHours enterDutyHours;

    public DutyActions(EnterDutyHours enterDutyHours) {
        this.enterDutyHours = enterDutyHours;
    }

    /** By operation id. */
    public Map<String, RouteAction<Caller>> actions() {
        return Map.of("enterDutyHours", this::enter, "swapShift", this::swap);
    }

    private Answer enter(Caller caller, Request request) {
        return Answer.of(
                enterDutyHours.handle(caller, request.body()),
                (hours, accepted) -> Answer.created(json(hours).with(accepted)));
    }

    private Answer swap(Caller caller, Request request) {
        return Answer.of(
                enterDutyHours.swap(caller, request.body()),
                (hours, accepted) -> Answer.created(json(hours).with(accepted)));
    }

    private static JsonObject json(DutyHours hours) {
        return new JsonObject()
                .with("personId", hours.personId())
                .with("timeZone", hours.timeZone().getId())
                .with("weekly", hours.weekly().stream().map(DutyActions::json).toList())
                .with("extra", hours.extra().stream().map(DutyActions::json).toList())
                .with("away", hours.away().stream().map(DutyActions::json).toList())
                .with("until", hours.until());
    }

    private static JsonObject json(DutyHours.Extra shift) {
        return new JsonObject().with("from", shift.from()).with("to", shift.to());
    }

    private static JsonObject json(DutyHours.Shift shift) {
        return new JsonObject()
                .with("day", shift.day().name().toLowerCase(Locale.ROOT))
                .with("from", shift.from().toString())
                .with("hours", shift.length().toHours());
    }
}
