/** What outside judges (cdk-nag, checkov, cfn-lint) find and we keep, each on one resource with a reason to dispute. */
@NullMarked
package passby.infra.findings;

import org.jspecify.annotations.NullMarked;
