package passby.infra.access;

import java.util.List;

/**
 * A key that a function needs because of what it may touch.
 *
 * @param group whose key
 * @param via the service that asks KMS on the function's behalf, with a pseudo parameter
 * @param actions of KMS
 */
record KeyUse(KeyGroup group, String via, List<String> actions) {
    KeyUse {
        actions = List.copyOf(actions);
    }
}
