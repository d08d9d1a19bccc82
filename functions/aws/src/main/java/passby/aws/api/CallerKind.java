package passby.aws.api;

/** Who may call a route, told by the kind of token that it asks for. */
public enum CallerKind {
    /** Anybody, without a token. */
    PUBLIC,
    /** A camera in service, with a token signed by its own key for exactly this request. */
    CAMERA,
    /** A person of the city, with an access token of the configured issuer. */
    PERSON
}
