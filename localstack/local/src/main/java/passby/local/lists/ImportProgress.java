package passby.local.lists;

import java.io.PrintStream;

/** A bar that grows on one line, first with what is sent, then with what is written. */
public final class ImportProgress {
    private static final int WIDTH = 40;

    private final PrintStream out;
    private final long lines;
    private String last = "";

    /** @param lines of the file: nearly its rows */
    public ImportProgress(PrintStream out, long lines) {
        this.out = out;
        this.lines = Math.max(1, lines);
    }

    void sent(long bytes, long of) {
        draw("sending  ", bytes, of);
    }

    void written(long rows) {
        draw("importing", rows, lines);
    }

    void done() {
        draw("importing", lines, lines);
        out.println();
    }

    private void draw(String what, long part, long whole) {
        var filled = (int) Math.min(WIDTH, WIDTH * part / whole);
        var line = "%s [%s%s] %3d %%"
                .formatted(what, "#".repeat(filled), " ".repeat(WIDTH - filled), Math.min(100, 100 * part / whole));
        if (!line.equals(last)) {
            out.print("\r" + line);
            out.flush();
            last = line;
        }
    }
}
