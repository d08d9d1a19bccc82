package passby.core.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What people did lately, by person and by what it was about. Each act goes with {@link #KEPT}. */
public interface Acts {
    /** As far back as a person's acts are judged. */
    Duration WINDOW = Duration.ofDays(60);

    /** As far back as somebody else's act explains them: longer, so that nothing loses its explanation while it is judged. */
    Duration KEPT = Duration.ofDays(120);

    /** Putting the same again changes nothing. */
    void put(List<Act> acts);

    /** From that instant on, the earliest first. */
    List<Act> of(String person, Instant since);

    /** Everybody's, from that instant on, the earliest first. */
    List<Act> about(String target, Instant since);
}
