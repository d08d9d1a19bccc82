package passby.recognizer;

import java.util.ArrayList;
import java.util.List;

/** Joins boxes that stand side by side on one line: a seal or a gap often splits a serial in two. */
final class Neighbours {
    private Neighbours() {}

    /** Every pair of them that stands so, joined. */
    static List<TextBox> pairs(List<TextBox> boxes) {
        var all = new ArrayList<TextBox>();
        for (var left : boxes) {
            for (var right : boxes) {
                if (left.x() < right.x() && onOneLine(left, right)) {
                    all.add(joined(left, right));
                }
            }
        }
        return all;
    }

    private static boolean onOneLine(TextBox left, TextBox right) {
        var height = Math.max(left.height(), right.height());
        var gap = (right.x() - right.width() / 2) - (left.x() + left.width() / 2);
        var apart = right.x() - left.x();
        return Math.min(left.height(), right.height()) > 0.6 * height
                && Math.abs(gap) < 1.3 * height
                && Math.abs(right.y() - left.y()) < 0.5 * height + 0.1 * apart;
    }

    private static TextBox joined(TextBox left, TextBox right) {
        var from = left.x() - left.width() / 2;
        var to = right.x() + right.width() / 2;
        var height = Math.max(left.height(), right.height());
        var apart = right.x() - left.x();
        var angle = apart > height ? Math.atan2(right.y() - left.y(), apart) : left.angle();
        return new TextBox(
                (from + to) / 2,
                (left.y() + right.y()) / 2,
                to - from,
                height,
                Math.clamp(angle, -Math.PI / 4, Math.PI / 4),
                Math.min(left.score(), right.score()));
    }
}
