package passby.core.ledger;

/**
 * The receipt for an entry that is durable. Whoever holds it can later demand a proof of inclusion.
 *
 * @param entryId its id
 * @param leafHash its RFC 6962 leaf hash, 64 hexadecimal digits
 */
public record Accepted(String entryId, String leafHash) {}
