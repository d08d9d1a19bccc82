package passby.core.lists;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.CanonicalJson;
import passby.core.people.Role;
import passby.core.request.SecondPerson;

/**
 * A source whose lists a city takes, and how far its newest list has come. It is inert until a second person in another role
 * accepted it. Never changed: each change makes the next revision.
 *
 * @param source its short name, such as {@code ncic}
 * @param agency whose list it is, as each alert names it
 * @param layout name of the layout of its files
 * @param maxAge after which its newest list stops alerting
 * @param signingKey the agency's Ed25519 public key, X.509 in base64, or null: then each file needs two people
 * @param proposal who asked for it
 * @param acceptance who accepted it, or null while it is inert
 * @param announced the file that two people agreed to take next, or null
 * @param lastVersion the newest number that was ever given to a version; none is given twice
 * @param active the version that alerts, or null before the first one
 * @param running the import that is under way or was cut off, or null
 * @param revision 1 upwards
 */
public record ListSource(
        String source,
        String agency,
        String layout,
        Duration maxAge,
        @Nullable String signingKey,
        Consent proposal,
        @Nullable Consent acceptance,
        @Nullable Announcement announced,
        int lastVersion,
        @Nullable ListVersion active,
        @Nullable RunningImport running,
        int revision) {
    /**
     * One person's word, in one role.
     *
     * @param factorShownAt when they last showed their second factor
     */
    public record Consent(String personId, Role role, Instant at, Instant factorShownAt) {
        /** Two friends in the same role do not do for each other, and nobody does for themselves. */
        public boolean isIndependentOf(Consent other) {
            return !personId.equals(other.personId()) && role != other.role();
        }
    }

    /**
     * A file that one person announced and another one, in another role, approved.
     *
     * @param sha256 of the file, 64 hexadecimal digits
     * @param acceptedRemovals how many percent of the list it may remove, where two people accept more than the limit
     * @param approval null until the second person approved; it counts as {@link SecondPerson#LIST_FILE} says
     */
    public record Announcement(
            String sha256,
            int acceptedRemovals,
            Consent author,
            @Nullable Consent approval) {
        /** @param received when the file came */
        public boolean allows(String file, Instant received) {
            return approval != null
                    && sha256.equals(file)
                    && SecondPerson.LIST_FILE.counts(approval.factorShownAt(), received);
        }
    }

    public boolean isArmed() {
        return acceptance != null;
    }

    /** Whether its list alerts at that moment: not before it is accepted, and not after its age. */
    public boolean alertsAt(Instant now) {
        return isArmed() && active != null && now.isBefore(active.received().plus(maxAge));
    }

    /** How old the newest list is; empty before the first one. */
    public Optional<Duration> age(Instant now) {
        return Optional.ofNullable(active).map(version -> Duration.between(version.received(), now));
    }

    public int activeVersion() {
        return active == null ? 0 : active.version();
    }

    /** Whether a second person may still accept what was proposed. */
    boolean isProposed(Instant now) {
        return !isArmed() && SecondPerson.LIST_SOURCE.isOpen(proposal.at(), now);
    }

    /** The same source, proposed anew, and perhaps otherwise; its list stays as it is. */
    ListSource proposedAs(ListSource wanted) {
        return new ListSource(
                source,
                wanted.agency,
                wanted.layout,
                wanted.maxAge,
                wanted.signingKey,
                wanted.proposal,
                null,
                null,
                lastVersion,
                active,
                running,
                revision + 1);
    }

    /** What the city tells everybody of it (RFC 8785 JSON): no name, no key, no time. */
    String published() {
        return CanonicalJson.write(Map.of(
                "source",
                source,
                "agency",
                agency,
                "layout",
                layout,
                "maxAgeHours",
                maxAge.toHours(),
                "proposedBy",
                proposal.role().code(),
                "acceptedBy",
                acceptance == null ? "" : acceptance.role().code()));
    }

    ListSource accepted(Consent by) {
        return new ListSource(
                source,
                agency,
                layout,
                maxAge,
                signingKey,
                proposal,
                by,
                announced,
                lastVersion,
                active,
                running,
                revision + 1);
    }

    /** No file is taken and nothing alerts until another person accepts it again. */
    ListSource suspended() {
        return new ListSource(
                source,
                agency,
                layout,
                maxAge,
                signingKey,
                proposal,
                null,
                null,
                lastVersion,
                active,
                running,
                revision + 1);
    }

    ListSource with(@Nullable Announcement file) {
        return new ListSource(
                source,
                agency,
                layout,
                maxAge,
                signingKey,
                proposal,
                acceptance,
                file,
                lastVersion,
                active,
                running,
                revision + 1);
    }

    ListSource with(@Nullable RunningImport begun) {
        var last = begun == null ? lastVersion : Math.max(lastVersion, begun.version());
        return new ListSource(
                source,
                agency,
                layout,
                maxAge,
                signingKey,
                proposal,
                acceptance,
                announced,
                last,
                active,
                begun,
                revision + 1);
    }

    /** The running import is done: its version alerts from now on, and the announcement is used up. */
    ListSource with(ListVersion version) {
        return new ListSource(
                source,
                agency,
                layout,
                maxAge,
                signingKey,
                proposal,
                acceptance,
                null,
                lastVersion,
                version,
                null,
                revision + 1);
    }

    /** The same with a lease that lasts longer; not a revision. */
    public ListSource renewed(RunningImport renewed) {
        return new ListSource(
                source,
                agency,
                layout,
                maxAge,
                signingKey,
                proposal,
                acceptance,
                announced,
                lastVersion,
                active,
                renewed,
                revision);
    }
}
