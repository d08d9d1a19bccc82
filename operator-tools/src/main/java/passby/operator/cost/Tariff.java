package passby.operator.cost;

import java.util.List;

/**
 * A list price, in steps where AWS charges less for more.
 *
 * @param service on whose bill it stands
 * @param what is paid for, in the words of the pricing page
 * @param per how many of the amount a step's dollars buy, such as 1,000,000 requests
 * @param unit of the amount, such as {@code requests}
 * @param steps the first one first; the last one has no end
 * @param page title of AWS's pricing page
 */
public record Tariff(AwsService service, String what, double per, String unit, List<Step> steps, String page) {
    /**
     * @param upTo amount at which the next step begins
     * @param dollars for each {@code per}
     */
    public record Step(double upTo, double dollars) {}

    public Tariff {
        steps = List.copyOf(steps);
        var end = 0.0;
        for (var step : steps) {
            if (step.upTo() <= end) {
                throw new IllegalArgumentException("steps rise: " + what);
            }
            end = step.upTo();
        }
        if (end != Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("the last step has no end: " + what);
        }
    }

    static Tariff flat(AwsService service, String what, double dollars, double per, String unit, String page) {
        return new Tariff(service, what, per, unit, List.of(last(dollars)), page);
    }

    static Step last(double dollars) {
        return new Step(Double.POSITIVE_INFINITY, dollars);
    }

    /** Dollars for an amount in one month: each part of it at the price of its own step. */
    public double cost(double amount) {
        var cost = 0.0;
        var from = 0.0;
        for (var step : steps) {
            cost += Math.max(0, Math.min(amount, step.upTo()) - from) * step.dollars() / per;
            from = step.upTo();
        }
        return cost;
    }
}
