package passby.core.evidence;

import java.time.Duration;

/**
 * What one run of copying came to.
 *
 * @param copied reads whose copies lie in the vault since this run
 * @param waits how long the oldest hold has waited whose copies are not all made; zero when none waits
 */
public record CopyRun(int copied, Duration waits) {}
