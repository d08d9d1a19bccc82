/**
 * Engines that answer like AWS, in this JVM and on the loopback interface only: DynamoDB Local, S3Proxy, ElasticMQ, a small SNS and an
 * OIDC server. Nothing here knows what a plate is.
 */
@NullMarked
package passby.local.engine;

import org.jspecify.annotations.NullMarked;
