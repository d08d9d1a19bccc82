package passby.core.lists;

import java.io.InputStream;

/** A file that an agency sent. It is read twice: both times it must be the same bytes, or nothing becomes visible. */
public interface FeedFile {
    /** From its beginning; closed by the caller. */
    InputStream open();
}
