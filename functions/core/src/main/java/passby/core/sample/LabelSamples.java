package passby.core.sample;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import passby.core.capture.Camera;
import passby.core.capture.Cameras;
import passby.core.form.Form;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.people.Caller;
import passby.core.picture.Jpeg;
import passby.core.picture.Pictures;
import passby.core.picture.StreamedPicture;
import passby.core.policy.Action;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.ReaderRules;
import passby.core.quality.Judged;
import passby.core.quality.ReadingCounts;
import passby.core.read.DrawSamples;
import passby.core.read.Read;
import passby.core.read.ShownReads;
import passby.core.request.AuthorizedRequest;
import passby.core.request.Authorizer;
import passby.core.request.Refusal;
import passby.core.request.Requirement;
import passby.core.request.Result;

/**
 * What a records officer does with the random sample: lists what waits, opens one, says whether it was read well. A sample can be opened once
 * its day is over: until then a lower lot may take its place.
 */
public final class LabelSamples {
    /** The longest list. */
    static final int MOST = 100;

    private static final String LABELLED = "The sample was labelled already, or somebody else is at it.";

    private final Authorizer authorizer;
    private final Samples samples;
    private final Cameras cameras;
    private final ShownReads reads;
    private final Pictures pictures;
    private final ReadingCounts counts;
    private final Clock clock;

    public LabelSamples(
            Authorizer authorizer,
            Samples samples,
            Cameras cameras,
            ShownReads reads,
            Pictures pictures,
            ReadingCounts counts,
            Clock clock) {
        this.authorizer = authorizer;
        this.samples = samples;
        this.cameras = cameras;
        this.reads = reads;
        this.pictures = pictures;
        this.counts = counts;
        this.clock = clock;
    }

    /** A sample and the read that it stands for. */
    public record Opened(Sample sample, Read read) {}

    /** Those that wait, the oldest days first, at most {@link #MOST}; without plates. */
    public Result<List<Sample>> list(Caller caller) {
        return authorizer.handle(Action.LIST_SAMPLES, EntryType.SAMPLES_LISTED, caller, request -> {
            var waiting = waiting();
            return request.about(Field.RESULT_COUNT, String.valueOf(waiting.size()))
                    .answer(waiting);
        });
    }

    private List<Sample> waiting() {
        var cameraIds = cameras.all().stream().map(Camera::cameraId).toList();
        var waiting = new ArrayList<Sample>();
        for (var day = today().minus(DrawSamples.WAITS);
                day.isBefore(today()) && waiting.size() < MOST;
                day = day.plusDays(1)) {
            var ofDay = day;
            var ids = cameraIds.stream()
                    .flatMap(cameraId -> IntStream.range(0, ReaderRules.SAMPLES_A_DAY)
                            .mapToObj(place -> new SampleId(ofDay, place, cameraId)))
                    .toList();
            samples.find(ids).stream()
                    .filter(sample -> sample.waits(clock.instant()))
                    .sorted(Comparator.comparing(sample -> sample.id().format()))
                    .forEach(waiting::add);
        }
        return waiting.stream().limit(MOST).toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** What was read. A view of its own, whose entry commits to the plate. */
    public Result<Opened> view(Caller caller, String sampleId) {
        return authorizer.handle(
                Action.VIEW_SAMPLE,
                EntryType.SAMPLE_VIEWED,
                caller,
                request -> open(sampleId, request.policy())
                        .map(opened -> request.about(about(opened)).answer(opened))
                        .orElseGet(() -> notFound(request, sampleId)));
    }

    /** Streams a picture, and remembers to whom. */
    public Result<StreamedPicture> picture(Caller caller, String sampleId, String kind) {
        return authorizer.handle(Action.STREAM_SAMPLE_PICTURE, EntryType.SAMPLE_PICTURE_STREAMED, caller, request -> {
            var opened = open(sampleId, request.policy());
            var jpeg = opened.flatMap(found -> reads.picture(pictures, found.read(), kind, request.policy()));
            return opened.isEmpty() || jpeg.isEmpty()
                    ? notFound(request, sampleId)
                    : stream(request.about(about(opened.get())), opened.get().sample(), jpeg.get());
        });
    }

    private Result<StreamedPicture> stream(AuthorizedRequest request, Sample sample, Jpeg jpeg) {
        var picture = new StreamedPicture(jpeg, request.caller().person().personId());
        var isKnown = sample.label() != null || sample.openedBy().contains(picture.reader());
        return isKnown
                ? request.answer(picture)
                : request.change(
                        picture, entry -> samples.replace(sample, sample.opened(picture.reader()), entry), LABELLED);
    }

    /**
     * Labels a sample once: {@code {"label":"wrong","legible":"…"}}. What is legible in fact is optional, the entry commits to it, and it
     * is stored nowhere else.
     */
    public Result<Sample> label(Caller caller, String sampleId, Form body) {
        return authorizer.handle(Action.LABEL_SAMPLE, EntryType.SAMPLE_LABELLED, caller, authorized -> {
            var request = authorized.about(Field.SUBJECT, sampleId);
            return request.check(
                    LabelForm.parse(body),
                    form -> open(sampleId, request.policy())
                            .map(opened -> label(request.about(about(opened)), opened, form))
                            .orElseGet(request::notFound));
        });
    }

    private Result<Sample> label(AuthorizedRequest request, Opened opened, LabelForm form) {
        var sample = opened.sample();
        if (sample.label() != null) {
            return request.refuse(new Refusal.Conflict(LABELLED, sample.label().code()));
        }
        if (!sample.openedBy().contains(request.caller().person().personId())) {
            return request.refuse(new Refusal.Unmet(Requirement.PICTURE_SEEN));
        }
        var labelled = sample.labelled(form.label());
        var committed = samples.replace(
                sample, labelled, request.about(form.committed()).entry());
        if (committed instanceof Commit.Done) {
            count(opened, form.label());
        }
        return request.commit(labelled, committed, LABELLED);
    }

    private void count(Opened opened, Label label) {
        var read = opened.read();
        var judged = Judged.of(
                read.cameraId(), label.verdict(), read.state(), read.capturedAt(), Judged.engine(read.engine()));
        counts.add(List.of(judged), clock.instant());
    }

    /** Empty for an impossible id, while the day lasts, and when the read's retention is over. */
    private Optional<Opened> open(String sampleId, EffectivePolicy policy) {
        return SampleId.parse(sampleId)
                .filter(id -> id.day().isBefore(today()))
                .flatMap(samples::find)
                .filter(sample -> clock.instant().isBefore(sample.read().expiresAt()))
                .flatMap(sample -> reads.find(sample.read().readId(), policy).map(read -> new Opened(sample, read)));
    }

    private static <T> Result<T> notFound(AuthorizedRequest request, String sampleId) {
        return request.about(Field.SUBJECT, sampleId).notFound();
    }

    private static Map<Field, String> about(Opened opened) {
        var committed = new EnumMap<Field, String>(Field.class);
        committed.put(Field.SUBJECT, opened.sample().id().format());
        committed.put(Field.PLATE, opened.read().plate().raw());
        committed.put(Field.CAMERAS, opened.read().cameraId());
        return committed;
    }
}
