package passby.local.show;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import passby.core.hit.Hit;
import passby.core.read.Processed;
import passby.core.read.Read;

/** The terminal: one line per read and per alert as they happen, and a line of progress that gives way to them. */
public final class Console {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;

    /** @param terminal whether somebody watches, so that a line of progress makes sense */
    public Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public synchronized void say(String line) {
        out.print(terminal ? CLEAR_LINE : "");
        out.println(line);
    }

    /** Shown on a terminal only, and overwritten by whatever comes next. */
    synchronized void progress(int done, int all, String doing) {
        if (terminal) {
            out.print(CLEAR_LINE + "  " + done + "/" + all + " " + doing);
            out.flush();
        }
    }

    public synchronized void endProgress() {
        if (terminal) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }

    void show(Outcome outcome) {
        var millis = outcome.uploadToRead().toMillis();
        if (outcome.reads().isEmpty()) {
            say("        %-24s %s (%d ms)".formatted(outcome.image(), why(outcome.processed()), millis));
        }
        for (var read : outcome.reads()) {
            say("read    %-24s %s (%d ms)".formatted(outcome.image(), told(read), millis));
        }
        for (var hit : outcome.hits()) {
            say("%-7s %-24s %s".formatted(hit.isAdvisory() ? "advice" : "ALERT", outcome.image(), told(hit, outcome)));
        }
    }

    private static String told(Read read) {
        return "%-10s %-2s  confidence %.2f  %s"
                .formatted(
                        read.plate().raw(),
                        Objects.requireNonNullElse(Outcome.state(read), "--"),
                        read.best().confidence().value(),
                        read.cameraId());
    }

    private static String told(Hit hit, Outcome outcome) {
        var entries = hit.matches().stream()
                .map(match -> match.entry().category().code() + " "
                        + match.entry().target().code() + ":"
                        + match.entry().state().code())
                .collect(Collectors.joining(", "));
        var after = outcome.uploadToAlert() == null
                ? "not heard yet"
                : "%d ms after upload".formatted(outcome.uploadToAlert().toMillis());
        return "%s  match %s  code %s  %s"
                .formatted(entries, hit.matchType().code(), hit.hitId().shortCode(), after);
    }

    private static String why(Processed processed) {
        return switch (processed) {
            case Processed.NoPlate nothing -> "no plate";
            case Processed.Rejected(var reason) -> "rejected: " + reason.name().toLowerCase(Locale.ROOT);
            case Processed.Retry(var why) -> "not read: " + why;
            case Processed.TooLate() -> "too late";
            case Processed.OptedOut() -> "its owner withdrew";
            case Processed.Excluded(var kind) -> "in an excluded zone: " + kind.words();
            case Processed.AlreadyProcessed() -> "known already";
            case Processed.Gone() -> "gone already";
            case Processed.Foreign() -> "not an upload of ours";
            case Processed.Done done -> "no plate";
        };
    }

    void summary(List<Outcome> outcomes, int refused) {
        var read =
                outcomes.stream().filter(outcome -> !outcome.reads().isEmpty()).count();
        var reads =
                outcomes.stream().mapToInt(outcome -> outcome.reads().size()).sum();
        var pushed = outcomes.stream()
                .flatMap(outcome -> outcome.hits().stream())
                .filter(hit -> !hit.isAdvisory())
                .count();
        var advisory = outcomes.stream()
                .flatMap(outcome -> outcome.hits().stream())
                .filter(Hit::isAdvisory)
                .count();
        say("");
        say("pictures        " + (outcomes.size() + refused)
                + (refused == 0 ? "" : ", " + refused + " refused before upload"));
        say("with a plate    " + read + " (" + reads + " plates)");
        say("hits            " + pushed + " pushed, " + advisory + " advisory");
        say("upload to read  "
                + Percentiles.told(outcomes.stream().map(Outcome::uploadToRead).toList()));
        say("upload to alert "
                + Percentiles.told(outcomes.stream()
                        .map(Outcome::uploadToAlert)
                        .filter(Objects::nonNull)
                        .toList()));
    }
}
