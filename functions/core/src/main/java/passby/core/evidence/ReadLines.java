package passby.core.evidence;

import java.util.Arrays;
import java.util.List;

/** The members of a read's JSON, one a line, for the printed page. */
public final class ReadLines {
    private static final int WIDTH = 100;

    private ReadLines() {}

    public static List<String> of(String json) {
        return Arrays.stream(json.substring(1, json.length() - 1).split(",(?=\"[a-zA-Z]+\":)"))
                .map(member -> member.replace("\"", "").replace(":", ": "))
                .map(line -> line.length() > WIDTH ? line.substring(0, WIDTH) : line)
                .toList();
    }
}
