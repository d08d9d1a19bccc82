package passby.infra.deployment;

import java.util.Optional;

/**
 * How browsers reach a city.
 *
 * @param domain of the city's own; without one CloudFront gives a name
 * @param pages where people sign in, when the city has an issuer of its own
 */
public record WebSettings(Optional<OwnDomain> domain, Optional<SignInPages> pages) {
    /** A name that CloudFront gives, and a pool of ours. */
    public static final WebSettings USUAL = new WebSettings(Optional.empty(), Optional.empty());

    /**
     * A name of the city's own.
     *
     * @param name such as {@code plates.springfield.example}
     * @param certificate ARN of its certificate, which CloudFront takes from us-east-1 alone
     */
    public record OwnDomain(String name, String certificate) {}

    /**
     * Of the city's own issuer: where a browser is sent, and where it redeems its code.
     *
     * @param authorize {@code authorization_endpoint}
     * @param token {@code token_endpoint}
     */
    public record SignInPages(String authorize, String token) {}
}
