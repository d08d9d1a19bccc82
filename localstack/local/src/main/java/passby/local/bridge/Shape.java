package passby.local.bridge;

import com.fasterxml.jackson.databind.JsonNode;

/** How one maker writes what its cameras read. */
interface Shape {
    /** Whether the message is one of this maker's. */
    boolean isOf(JsonNode message);

    /** @throws Webhook.Malformed where it is one, and holds what no camera reads */
    Webhook parse(JsonNode message);
}
