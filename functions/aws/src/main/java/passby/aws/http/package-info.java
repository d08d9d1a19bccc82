/**
 * The edge: an event of the gateway's REST proxy comes in, a route is found, its token verified, its body read strictly,
 * and whatever the use case answers goes out as JSON, as a picture, or as an RFC 9457 problem. No rule of the business is
 * here.
 */
@NullMarked
package passby.aws.http;

import org.jspecify.annotations.NullMarked;
