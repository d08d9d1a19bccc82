package passby.core.hit;

/** Is told what officers say of hits, so that misreads can be counted (B7). A count that is lost stops nothing. */
public interface HitVerdicts {
    /**
     * @param hit as it was before the step
     * @param step that was recorded
     */
    void add(Hit hit, HitStep step);
}
