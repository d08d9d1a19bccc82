package passby.operator.cost;

/**
 * A line of the bill, before it is priced.
 *
 * @param what it is for, in the city's words
 * @param amount in one month, in the tariff's unit
 */
public record Item(Tariff tariff, String what, double amount) {}
