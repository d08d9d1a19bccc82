@NullMarked
package passby.infra.web;

import org.jspecify.annotations.NullMarked;
