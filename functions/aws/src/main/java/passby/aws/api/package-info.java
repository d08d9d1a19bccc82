/**
 * The one list of functions and routes that the local runtime and the stack are made from, and the document that describes
 * the routes to clients. Plain data: nothing here runs.
 */
@NullMarked
package passby.aws.api;

import org.jspecify.annotations.NullMarked;
