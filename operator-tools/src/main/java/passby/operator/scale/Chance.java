package passby.operator.scale;

import java.util.random.RandomGenerator;

/** Random amounts whose generator is an argument. */
final class Chance {
    /** From here on a Poisson number is a normal one, rounded. */
    private static final double MANY = 30;

    private Chance() {}

    /** How many happen of what happens so often on average. */
    static double poisson(RandomGenerator random, double mean) {
        if (mean > MANY) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        var happened = 0;
        var left = Math.exp(-mean);
        var product = random.nextDouble();
        while (product > left) {
            happened++;
            product *= random.nextDouble();
        }
        return happened;
    }

    /** A factor with mean 1 whose logarithm is normal. */
    static double spread(RandomGenerator random, double sigma) {
        return Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
    }
}
