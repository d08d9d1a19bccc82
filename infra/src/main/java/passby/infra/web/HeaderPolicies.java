package passby.infra.web;

import java.util.List;
import java.util.Map;
import passby.aws.api.SiteHeaders;
import passby.infra.naming.Names;
import software.amazon.awscdk.services.cloudfront.CfnResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.CfnResponseHeadersPolicy.AccessControlAllowHeadersProperty;
import software.amazon.awscdk.services.cloudfront.CfnResponseHeadersPolicy.AccessControlAllowMethodsProperty;
import software.amazon.awscdk.services.cloudfront.CfnResponseHeadersPolicy.AccessControlAllowOriginsProperty;
import software.amazon.awscdk.services.cloudfront.CfnResponseHeadersPolicy.ContentSecurityPolicyProperty;
import software.amazon.awscdk.services.cloudfront.CfnResponseHeadersPolicy.ContentTypeOptionsProperty;
import software.amazon.awscdk.services.cloudfront.CfnResponseHeadersPolicy.CorsConfigProperty;
import software.amazon.awscdk.services.cloudfront.CfnResponseHeadersPolicy.CustomHeaderProperty;
import software.amazon.awscdk.services.cloudfront.CfnResponseHeadersPolicy.CustomHeadersConfigProperty;
import software.amazon.awscdk.services.cloudfront.CfnResponseHeadersPolicy.FrameOptionsProperty;
import software.amazon.awscdk.services.cloudfront.CfnResponseHeadersPolicy.ReferrerPolicyProperty;
import software.amazon.awscdk.services.cloudfront.CfnResponseHeadersPolicy.ResponseHeadersPolicyConfigProperty;
import software.amazon.awscdk.services.cloudfront.CfnResponseHeadersPolicy.SecurityHeadersConfigProperty;
import software.amazon.awscdk.services.cloudfront.CfnResponseHeadersPolicy.StrictTransportSecurityProperty;
import software.constructs.Construct;

/** The headers of {@link SiteHeaders} as CloudFront sets them: those that it knows by name, and the rest. */
final class HeaderPolicies {
    private static final String ANY_ORIGIN = "Access-Control-Allow-Origin";

    /** CloudFront refuses these as custom headers. */
    private static final List<String> KNOWN = List.of(
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Referrer-Policy",
            "Strict-Transport-Security",
            HeaderPolicies.ANY_ORIGIN);

    private static final int YEAR_SECONDS = 31_536_000;

    private final Construct scope;
    private final Names names;

    HeaderPolicies(Construct scope, Names names) {
        this.scope = scope;
        this.names = names;
    }

    /** @return the id of a policy that sets these headers, whatever the origin answered */
    String of(String id, Map<String, String> headers) {
        var rest = headers.entrySet().stream()
                .filter(header -> !KNOWN.contains(header.getKey()))
                .map(header -> CustomHeaderProperty.builder()
                        .header(header.getKey())
                        .value(header.getValue())
                        .override(true)
                        .build())
                .toList();
        var config = ResponseHeadersPolicyConfigProperty.builder()
                .name(names.named(id))
                .securityHeadersConfig(security(headers))
                .customHeadersConfig(
                        CustomHeadersConfigProperty.builder().items(rest).build());
        if (headers.containsKey(ANY_ORIGIN)) {
            config.corsConfig(anyOrigin());
        }
        return CfnResponseHeadersPolicy.Builder.create(scope, id)
                .responseHeadersPolicyConfig(config.build())
                .build()
                .getAttrId();
    }

    private static CorsConfigProperty anyOrigin() {
        return CorsConfigProperty.builder()
                .accessControlAllowOrigins(AccessControlAllowOriginsProperty.builder()
                        .items(List.of("*"))
                        .build())
                .accessControlAllowHeaders(AccessControlAllowHeadersProperty.builder()
                        .items(List.of("*"))
                        .build())
                .accessControlAllowMethods(AccessControlAllowMethodsProperty.builder()
                        .items(List.of("GET", "HEAD"))
                        .build())
                .accessControlAllowCredentials(false)
                .originOverride(true)
                .build();
    }

    private static SecurityHeadersConfigProperty security(Map<String, String> headers) {
        return SecurityHeadersConfigProperty.builder()
                .contentSecurityPolicy(ContentSecurityPolicyProperty.builder()
                        .contentSecurityPolicy(Names.resolved(headers.getOrDefault("Content-Security-Policy", "")))
                        .override(true)
                        .build())
                .contentTypeOptions(
                        ContentTypeOptionsProperty.builder().override(true).build())
                .frameOptions(FrameOptionsProperty.builder()
                        .frameOption(headers.getOrDefault("X-Frame-Options", ""))
                        .override(true)
                        .build())
                .referrerPolicy(ReferrerPolicyProperty.builder()
                        .referrerPolicy(headers.getOrDefault("Referrer-Policy", ""))
                        .override(true)
                        .build())
                .strictTransportSecurity(StrictTransportSecurityProperty.builder()
                        .accessControlMaxAgeSec(YEAR_SECONDS)
                        .includeSubdomains(true)
                        .override(true)
                        .build())
                .build();
    }
}
