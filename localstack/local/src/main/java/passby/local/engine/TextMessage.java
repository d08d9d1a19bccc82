package passby.local.engine;

/** A message as the telephone with that number would show it. */
public record TextMessage(String number, String text) {}
