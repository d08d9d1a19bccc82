package passby.core.delivery;

/** A system of the city's that takes alerts, and the secret that signs what it is sent. */
public record Webhook(WebhookUrl url, WebhookSecret secret) implements Address {}
