package passby.core.review;

import passby.core.form.Checked;
import passby.core.form.Form;

/**
 * What the reader of a sample found: {@code {"questioned":1,"narrative":"…"}}.
 *
 * @param questioned how many entries need an answer
 * @param narrative what was looked at and what was found; committed to by the entry, kept nowhere else
 */
record ReportForm(int questioned, String narrative) {
    private static final int MAX_NARRATIVE = 2000;

    static Checked<ReportForm> parse(Form body, int samples) {
        var questioned = body.longValue("questioned", 0, samples);
        var narrative = body.string("narrative", MAX_NARRATIVE);
        return body.checked(() -> new ReportForm((int) questioned, narrative));
    }
}
