package passby.infra;

import passby.infra.deployment.Deployment;
import passby.infra.deployment.WebSettings;
import passby.infra.web.Site;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/**
 * What browsers get, under one origin with the API: replaced at will, but for the bucket. Its firewall and its alarm are in the
 * edge stack, because CloudFront takes and measures both in us-east-1 alone.
 */
public final class WebStack extends Stack {
    public WebStack(Construct scope, Deployment deployment) {
        super(
                scope,
                deployment.names().named("web"),
                DataStack.properties(
                        deployment, "web", "Passby: the web app and the public page, in front of the API."));
        var firewall = CfnParameter.Builder.create(this, "Firewall")
                .description("ARN of the firewall that the edge stack made in us-east-1; scripts/deploy knows it")
                .allowedPattern("arn:aws[a-z-]*:wafv2:us-east-1:.*")
                .build();
        var site = new Site(this, deployment, firewall.getValueAsString());
        output("Distribution", site.distribution());
        output("SiteBucket", site.bucket());
        output(
                "SiteUrl",
                "https://"
                        + deployment
                                .web()
                                .domain()
                                .map(WebSettings.OwnDomain::name)
                                .orElseGet(site::domain));
        output("DistributionDomain", site.domain());
    }

    private void output(String id, String value) {
        CfnOutput.Builder.create(this, id).value(value).build();
    }
}
