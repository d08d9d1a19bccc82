/**
 * The protocol of CloudFormation's custom resources: an event says what to do, and the answer is PUT to a URL in it.
 * (AWS CloudFormation User Guide, "Custom resource request objects" and "Custom resource response objects")
 */
@NullMarked
package passby.aws.deployment;

import org.jspecify.annotations.NullMarked;
