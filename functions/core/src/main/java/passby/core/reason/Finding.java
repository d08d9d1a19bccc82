package passby.core.reason;

/**
 * Why a reason is refused.
 *
 * @param flaw the kind
 * @param rule the section of the rules that decided, such as {@code immigration}; never words of the reason itself
 */
public record Finding(Flaw flaw, String rule) {}
