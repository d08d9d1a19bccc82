package passby.core.read;

/**
 * The places of the random sample. Not a change: what a place ends with follows from the frames of the day alone, whatever the order
 * and however often they are offered.
 */
public interface SamplePlaces {
    /** Takes the place, unless a lower lot has it, or somebody has opened what is there. */
    void offer(SampledRead candidate);
}
