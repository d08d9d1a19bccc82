package passby.core.sharing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import passby.core.conduct.Act;
import passby.core.conduct.Acts;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.hotlist.Suppressions;
import passby.core.id.CaseNumber;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.plate.CityKey;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.policy.Action;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.Limits;
import passby.core.read.Read;
import passby.core.read.Reads;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;
import passby.core.retention.RetentionClass;
import passby.core.search.HourlySearches;
import passby.core.sharing.GrantScope.NamedPlate;
import passby.core.sharing.OwnRecords.Day;
import passby.core.sharing.OwnRecords.Event;

/**
 * Answers a person who asks what the city's own records say of their plate, such as one who keeps being stopped for somebody else's
 * record (product.md, C11). The records officer checks who they are and that the vehicle is theirs outside Passby, and says where that
 * is on file. It is a look at one plate: it needs a fresh second factor, it counts against the hour's searches, and whoever watches
 * searches sees it as one.
 */
public final class AnswerRecordRequest {
    /** More is not counted. */
    static final int MAX_READS = 500;

    private static final int MAX_REFERENCE = 200;

    private final Authorizer authorizer;
    private final GrantedReads reads;
    private final Acts acts;
    private final Suppressions suppressions;
    private final HourlySearches hourly;
    private final Supplier<CityKey> cityKey;
    private final Clock clock;

    public AnswerRecordRequest(
            Authorizer authorizer,
            Reads reads,
            Acts acts,
            Suppressions suppressions,
            Limits limits,
            Supplier<CityKey> cityKey,
            Clock clock) {
        this.authorizer = authorizer;
        this.reads = new GrantedReads(reads, cityKey);
        this.acts = acts;
        this.suppressions = suppressions;
        this.hourly = new HourlySearches(limits);
        this.cityKey = cityKey;
        this.clock = clock;
    }

    /** The body is {@code {"plate":"…","state":"CA","requestNumber":"…","identity":"…"}}. */
    public Result<OwnRecords> handle(Caller caller, Form body) {
        return authorizer.handle(
                Action.ANSWER_RECORD_REQUEST,
                EntryType.RECORD_REQUEST_ANSWERED,
                caller,
                request -> request.check(Asked.parse(body), asked -> answer(request.about(asked.committed()), asked)));
    }

    private Result<OwnRecords> answer(AuthorizedRequest request, Asked asked) {
        var now = clock.instant();
        return request.caller().hasFreshSecondFactor(now)
                ? hourly.counted(request, now, () -> answer(request, asked, now))
                : request.refuse(new Refusal.Unmet(Requirement.FRESH_SECOND_FACTOR));
    }

    private Result<OwnRecords> answer(AuthorizedRequest request, Asked asked, Instant now) {
        var found = reads.find(everything(asked, request.policy(), now), request.policy(), now, MAX_READS);
        var counted = found.stream().limit(MAX_READS).toList();
        var records = new OwnRecords(
                counted.size(),
                corrected(counted),
                found.size() > MAX_READS,
                days(asked.plate(), counted, now),
                silenced(asked, now));
        return request.about(Field.RESULT_COUNT, String.valueOf(counted.size())).answer(records);
    }

    private static int corrected(List<Read> counted) {
        return (int)
                counted.stream().filter(read -> !read.corrections().isEmpty()).count();
    }

    private static GrantScope everything(Asked asked, EffectivePolicy policy, Instant now) {
        var hits = policy.retention(RetentionClass.HIT);
        var others = policy.retention(RetentionClass.NON_HIT);
        var longest = hits.compareTo(others) > 0 ? hits : others;
        return new GrantScope(
                List.of(new NamedPlate(asked.plate(), asked.state())),
                List.of(),
                now.minus(longest),
                now.plusSeconds(1));
    }

    private List<Day> days(Plate plate, List<Read> counted, Instant now) {
        var hits = counted.stream()
                .filter(read -> read.retentionClass() == RetentionClass.HIT)
                .map(read -> new Day(day(read.capturedAt()), Event.HIT, 1));
        var done = acts.about(cityKey.get().plateKey(plate).value(), now.minus(Acts.KEPT)).stream()
                .flatMap(AnswerRecordRequest::day);
        return Stream.concat(hits, done)
                .collect(Collectors.groupingBy(one -> new Day(one.day(), one.event(), 0), Collectors.counting()))
                .entrySet()
                .stream()
                .map(counts -> new Day(counts.getKey().day(), counts.getKey().event(), counts.getValue()))
                .sorted(Comparator.comparing(Day::day).thenComparing(Day::event))
                .toList();
    }

    private static Stream<Day> day(Act act) {
        return Event.of(act.kind()).map(event -> new Day(day(act.at()), event, 1)).stream();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private List<OwnRecords.Silenced> silenced(Asked asked, Instant now) {
        return suppressions.live(now).stream()
                .filter(one -> one.plate().foldO().equals(asked.plate().foldO())
                        && one.state().code().equals(asked.state()))
                .map(one -> new OwnRecords.Silenced(one.source(), one.expires()))
                .toList();
    }

    /**
     * What the records officer says.
     *
     * @param number of the person's request
     * @param identity where it is on file that the person and the vehicle were checked
     */
    private record Asked(Plate plate, String state, CaseNumber number, String identity) {
        static Checked<Asked> parse(Form body) {
            var plate = body.code("plate", Plate::parse, "1 to 10 letters and digits");
            var state = body.string("state", IssuingState.CODE, "two capital letters");
            var number = body.code("requestNumber", CaseNumber::parse, CaseNumber.DESCRIBED);
            var identity = body.string("identity", MAX_REFERENCE);
            return body.checked(() -> new Asked(plate.orElseThrow(), state, number.orElseThrow(), identity));
        }

        /** Without a query, so that it names no read for a hold: only an operator's search does. */
        Map<Field, String> committed() {
            return Map.of(
                    Field.PLATE,
                    plate.raw(),
                    Field.CASE_NUMBER,
                    number.value(),
                    Field.NARRATIVE,
                    "identity: " + identity,
                    Field.ON_BEHALF_OF,
                    "the owner of the plate");
        }
    }
}
