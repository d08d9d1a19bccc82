package passby.local.engine;

/**
 * A message as whoever got it would see it.
 *
 * @param channel such as {@code SMS}
 * @param address a telephone's number, the id of a webhook's subscription or of a browser
 */
public record Delivered(String channel, String address, String text) {}
