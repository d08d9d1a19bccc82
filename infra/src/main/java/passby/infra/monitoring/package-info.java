/** What is looked at when something breaks: alarms, their sections in docs/runbook.md, the dashboard. */
@NullMarked
package passby.infra.monitoring;

import org.jspecify.annotations.NullMarked;
