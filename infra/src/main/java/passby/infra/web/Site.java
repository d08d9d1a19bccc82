package passby.infra.web;

import passby.infra.deployment.Deployment;
import passby.infra.naming.Names;
import software.constructs.Construct;

/** The files of the web app, and the distribution that serves them beside the log and the API. */
public final class Site extends Construct {
    private final Names names;
    private final SiteDistribution distribution;

    /** @param firewall ARN of what stands in front of it */
    public Site(Construct scope, Deployment deployment, String firewall) {
        super(scope, "Web");
        names = deployment.names();
        new SiteBucket(this, names);
        distribution = new SiteDistribution(this, deployment, firewall);
    }

    /** As CloudFront names it, without a scheme. */
    public String domain() {
        return distribution.domain();
    }

    /** Its id. */
    public String distribution() {
        return distribution.id();
    }

    /** The name of the files' bucket. */
    public String bucket() {
        return Names.resolved(names.siteBucket());
    }
}
