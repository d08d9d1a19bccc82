package passby.recognizer;

import java.util.List;

/**
 * What a net that was trained with CTC (Graves et al. 2006) answers for one line: the probability of each symbol at each
 * step. Symbol 0 is the blank that stands between characters.
 *
 * @param symbols what the classes mean; the first is the empty string
 * @param steps for each step, the probability of each symbol
 */
record Lattice(List<String> symbols, List<float[]> steps) {}
