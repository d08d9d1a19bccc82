package passby.verifier;

import java.util.List;
import passby.core.tlog.LogFiles;

/** The files of a log that may be listed: a folder can, an address cannot. */
public interface ListedFiles extends LogFiles {
    /** Far above a bundle of 256 entries of 8 KiB, so that no file of a log fills the memory. */
    int MAX_LOG_BYTES = 4 << 20;

    /** A month of a large city: some 500,000 searches of 150 bytes in the data set. */
    int MAX_DATA_BYTES = 64 << 20;

    /** Every file there is, or none where files cannot be listed. */
    List<String> paths();
}
