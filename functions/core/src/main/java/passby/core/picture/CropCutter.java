package passby.core.picture;

import java.util.List;

/** Cuts crops for plates that an engine without pixels found. Only the recogniser decodes pictures, so only it does this. */
public interface CropCutter {
    /** What came of cutting. */
    sealed interface Cut {
        /** @param crops one for each box, in its order */
        record Done(List<Crops> crops) implements Cut {
            public Done {
                crops = List.copyOf(crops);
            }
        }

        record Rejected(RejectReason reason) implements Cut {}

        record Gone() implements Cut {}

        record Unavailable(String why) implements Cut {}
    }

    /** @param plates 1 to {@link FrameLimits#MAX_PLATES} boxes */
    Cut crop(FrameRef frame, List<Box> plates);
}
