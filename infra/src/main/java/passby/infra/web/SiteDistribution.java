package passby.infra.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import passby.aws.api.Bucket;
import passby.aws.api.SiteHeaders;
import passby.infra.api.Gateway;
import passby.infra.api.RateRules;
import passby.infra.deployment.Deployment;
import passby.infra.findings.AcknowledgedFindings;
import passby.infra.naming.Names;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.cloudfront.CfnDistribution;
import software.amazon.awscdk.services.cloudfront.CfnDistribution.CacheBehaviorProperty;
import software.amazon.awscdk.services.cloudfront.CfnDistribution.CustomOriginConfigProperty;
import software.amazon.awscdk.services.cloudfront.CfnDistribution.DefaultCacheBehaviorProperty;
import software.amazon.awscdk.services.cloudfront.CfnDistribution.DistributionConfigProperty;
import software.amazon.awscdk.services.cloudfront.CfnDistribution.FunctionAssociationProperty;
import software.amazon.awscdk.services.cloudfront.CfnDistribution.OriginCustomHeaderProperty;
import software.amazon.awscdk.services.cloudfront.CfnDistribution.OriginProperty;
import software.amazon.awscdk.services.cloudfront.CfnDistribution.S3OriginConfigProperty;
import software.amazon.awscdk.services.cloudfront.CfnDistribution.ViewerCertificateProperty;
import software.amazon.awscdk.services.cloudfront.CfnFunction;
import software.amazon.awscdk.services.cloudfront.CfnOriginAccessControl;
import software.constructs.Construct;

/**
 * One origin for everything that a browser asks: the app, the public page with its data, the public log, and the API. Nothing that the
 * API answers is kept. There is no access log: it would keep which officer's address opened which hit.
 *
 * <p>Source: Amazon CloudFront Developer Guide, "Use managed cache policies" and "Use managed origin request policies" (the ids).
 */
final class SiteDistribution extends Construct {
    private static final String NO_CACHE = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    private static final String CACHE = "658327ea-f89d-4fab-a63d-7e88639e58f6";
    private static final String ALL_BUT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

    private static final String NO_LOG =
            "A log would keep which officer's address opened which hit; who looks at the public page is nobody's business.";

    private final Names names;
    private final CfnDistribution distribution;
    private final String rewrite;

    /** @param firewall ARN of what stands in front of it */
    SiteDistribution(Construct scope, Deployment deployment, String firewall) {
        super(scope, "Distribution");
        names = deployment.names();
        rewrite = function().getAttrFunctionArn();
        var policies = new HeaderPolicies(this, names);
        var app = policies.of("AppHeaders", SiteHeaders.forApp(signIn(deployment)));
        var page = policies.of("PageHeaders", SiteHeaders.forPublicPage());
        var files = policies.of("FileHeaders", SiteHeaders.forFiles());
        distribution = CfnDistribution.Builder.create(this, "Resource")
                .distributionConfig(DistributionConfigProperty.builder()
                        .comment(names.deployment() + ": app, public page and API")
                        .enabled(true)
                        .httpVersion("http2and3")
                        .ipv6Enabled(true)
                        .priceClass("PriceClass_100")
                        .webAclId(firewall)
                        .origins(origins())
                        .defaultCacheBehavior(fallback(page))
                        .cacheBehaviors(List.of(
                                api(),
                                files("/log/*", "log", files),
                                files("/public/v1/*", "log", files),
                                files("/public/*", "site", page),
                                files("/app/*", "site", app)))
                        .aliases(deployment.web().domain().stream()
                                .map(domain -> domain.name())
                                .toList())
                        .viewerCertificate(certificate(deployment))
                        .build())
                .build();
        acknowledge(deployment);
    }

    private static String signIn(Deployment deployment) {
        return deployment
                .web()
                .pages()
                .map(pages -> pages.token().replaceFirst("^(https://[^/]+).*", "$1"))
                .orElseGet(() -> "https://" + deployment.names().signInHost());
    }

    private List<OriginProperty> origins() {
        var control = CfnOriginAccessControl.Builder.create(this, "Access")
                .originAccessControlConfig(CfnOriginAccessControl.OriginAccessControlConfigProperty.builder()
                        .name(names.named("web"))
                        .originAccessControlOriginType("s3")
                        .signingBehavior("always")
                        .signingProtocol("sigv4")
                        .build())
                .build()
                .getAttrId();
        return List.of(
                bucket("site", names.siteBucket(), "", control),
                bucket("log", names.bucket(Bucket.LEDGER), "/" + Bucket.LEDGER.prefix() + "public", control),
                OriginProperty.builder()
                        .id("api")
                        .domainName(Fn.importValue(names.export("api-domain")))
                        .originPath("/" + Gateway.STAGE)
                        .originCustomHeaders(List.of(OriginCustomHeaderProperty.builder()
                                .headerName(RateRules.EDGE_HEADER)
                                .headerValue(names.edgeSecret())
                                .build()))
                        .customOriginConfig(CustomOriginConfigProperty.builder()
                                .originProtocolPolicy("https-only")
                                .originSslProtocols(List.of("TLSv1.2"))
                                .build())
                        .build());
    }

    private static OriginProperty bucket(String id, String bucket, String path, String control) {
        return OriginProperty.builder()
                .id(id)
                .domainName(Names.resolved(bucket + ".s3.${AWS::Region}.${AWS::URLSuffix}"))
                .originPath(path)
                .originAccessControlId(control)
                .s3OriginConfig(S3OriginConfigProperty.builder()
                        .originAccessIdentity("")
                        .build())
                .build();
    }

    private CacheBehaviorProperty api() {
        return CacheBehaviorProperty.builder()
                .pathPattern("/v1/*")
                .targetOriginId("api")
                .viewerProtocolPolicy("https-only")
                .allowedMethods(List.of("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"))
                .cachePolicyId(NO_CACHE)
                .originRequestPolicyId(ALL_BUT_HOST)
                .functionAssociations(rewritten())
                .build();
    }

    private CacheBehaviorProperty files(String pattern, String origin, String headers) {
        return CacheBehaviorProperty.builder()
                .pathPattern(pattern)
                .targetOriginId(origin)
                .viewerProtocolPolicy("redirect-to-https")
                .allowedMethods(List.of("GET", "HEAD"))
                .cachePolicyId(CACHE)
                .compress(true)
                .responseHeadersPolicyId(headers)
                .functionAssociations(rewritten())
                .build();
    }

    private DefaultCacheBehaviorProperty fallback(String headers) {
        return DefaultCacheBehaviorProperty.builder()
                .targetOriginId("site")
                .viewerProtocolPolicy("redirect-to-https")
                .allowedMethods(List.of("GET", "HEAD"))
                .cachePolicyId(CACHE)
                .compress(true)
                .responseHeadersPolicyId(headers)
                .functionAssociations(rewritten())
                .build();
    }

    private List<FunctionAssociationProperty> rewritten() {
        return List.of(FunctionAssociationProperty.builder()
                .eventType("viewer-request")
                .functionArn(rewrite)
                .build());
    }

    private CfnFunction function() {
        return CfnFunction.Builder.create(this, "ViewerRequest")
                .name(names.named("viewer-request"))
                .autoPublish(true)
                .functionCode(code())
                .functionConfig(CfnFunction.FunctionConfigProperty.builder()
                        .comment("says who asks, and finds the file that an address means")
                        .runtime("cloudfront-js-2.0")
                        .build())
                .build();
    }

    private static String code() {
        try (var code = SiteDistribution.class.getResourceAsStream("/passby/infra/web/viewer-request.js")) {
            return new String(Objects.requireNonNull(code).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ViewerCertificateProperty certificate(Deployment deployment) {
        return deployment
                .web()
                .domain()
                .map(domain -> ViewerCertificateProperty.builder()
                        .acmCertificateArn(domain.certificate())
                        .minimumProtocolVersion("TLSv1.2_2021")
                        .sslSupportMethod("sni-only")
                        .build())
                .orElseGet(() -> ViewerCertificateProperty.builder()
                        .cloudFrontDefaultCertificate(true)
                        .build());
    }

    private void acknowledge(Deployment deployment) {
        var findings = AcknowledgedFindings.on(distribution)
                .checkov("CKV_AWS_86", NO_LOG)
                .checkov("CKV_AWS_305", "The function at its edge sends the bare address to the public page.")
                .checkov("CKV_AWS_310", "There is one copy of the city, in one region, and its data must not leave it.")
                .checkov(
                        "CKV_AWS_374",
                        "Whoever travels may read what their city does; officers are known by their sign-in.")
                .nag(
                        "AwsSolutions-CFR1",
                        "Whoever travels may read what their city does; officers are known by their sign-in.")
                .nag("AwsSolutions-CFR3", NO_LOG);
        if (deployment.web().domain().isEmpty()) {
            var name =
                    "CloudFront's own name takes what its default certificate takes; a city that names a domain gets TLS 1.2 at least.";
            findings.checkov("CKV_AWS_174", name).nag("AwsSolutions-CFR4", name);
        }
    }

    /** Without a scheme. */
    String domain() {
        return distribution.getAttrDomainName();
    }

    String id() {
        return distribution.getRef();
    }
}
