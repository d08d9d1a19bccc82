package passby.recognizer.read;

import java.util.List;

/**
 * What a net that was trained with CTC (Graves et al. 2006) answers for one line: the probability of each symbol at each
 * step.
 *
 * @param alphabet what the classes from 1 on mean; class 0 is the blank that stands between characters
 * @param steps for each step, the probability of each class; none for a view that shows nothing
 */
record Lattice(String alphabet, List<float[]> steps) {
    char symbol(int index) {
        return alphabet.charAt(index - 1);
    }
}
