/** What browsers get: the officers' app, the public page and its data, in front of the API, under one origin. */
@NullMarked
package passby.infra.web;

import org.jspecify.annotations.NullMarked;
