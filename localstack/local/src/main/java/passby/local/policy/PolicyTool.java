package passby.local.policy;

import java.io.PrintStream;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import passby.aws.policy.CedarAccessPolicies;
import passby.core.people.Role;
import passby.core.policy.Action;
import passby.core.policy.StateProfile;
import passby.core.search.LegalBasis;
import passby.core.search.Purposes;
import passby.local.policy.PolicyMatrix.Cell;
import passby.local.policy.PolicySimulator.Question;

/** {@code scripts/policy}: says who may do what and why, and prints the whole table. */
public final class PolicyTool {
    static final String HELP = """
            scripts/policy ask --who ROLE[,ROLE] --action ACTION [--purpose CODE|KIND|SENTENCE] [--basis LEGAL-BASIS]
                [--requester CLASS] [--profile STATE] [--lapsed]
                answers yes or no and names the rules that decided; --who nobody is somebody with an account and no role,
                --lapsed one whose training and acknowledgement have run out; --action RequestGrant asks for an agency outside,
                by its --requester, that has signed no declaration
            scripts/policy matrix [--long]
                prints roles by actions, and for actions with a purpose also purposes, requesters and profiles;
                --long prints every cell as CSV
            KIND: %s
            CLASS: %s""".formatted(
                    words(Arrays.stream(StatedPurpose.Kind.values())
                            .map(kind -> kind.purpose().name())
                            .toList()),
                    words(Arrays.stream(Requester.values()).map(Requester::code).toList()));

    private static final int NO = 1;
    private static final int WRONG_USE = 2;

    private final PrintStream out;
    private final PolicySimulator simulator;

    PolicyTool(PrintStream out, InstantSource clock) {
        this.out = out;
        this.simulator = new PolicySimulator(clock);
    }

    public static void main(String[] arguments) {
        System.exit(new PolicyTool(System.out, Clock.systemUTC()).run(arguments));
    }

    int run(String... arguments) {
        var words = List.of(arguments);
        return switch (words.isEmpty() ? "" : words.getFirst()) {
            case "ask" -> ask(words);
            case "matrix" -> matrix(words.contains("--long"));
            default -> wrongUse();
        };
    }

    private int wrongUse() {
        out.println(HELP);
        return WRONG_USE;
    }

    private int ask(List<String> words) {
        var roles = roles(option(words, "--who", ""));
        var action = Arrays.stream(Action.values())
                .filter(known -> known.code().equalsIgnoreCase(option(words, "--action", "")))
                .findFirst();
        var basis = LegalBasis.parse(option(words, "--basis", LegalBasis.REASONABLE_SUSPICION.code()));
        var requester = Requester.parse(option(words, "--requester", Requester.SELF.code()));
        var profile = StateProfile.parse(option(words, "--profile", StateProfile.DEFAULT.code()));
        if (roles.isEmpty() || action.isEmpty() || basis.isEmpty() || requester.isEmpty() || profile.isEmpty()) {
            return wrongUse();
        }
        var answer = simulator.ask(new Question(
                roles.get(),
                !words.contains("--lapsed"),
                action.get(),
                StatedPurpose.of(option(
                        words, "--purpose", StatedPurpose.Kind.OFFENCE.purpose().name())),
                basis.get(),
                requester.get(),
                profile.get()));
        out.println((answer.allowed() ? "yes, by " : "no, by ") + words(answer.rules()));
        answer.reasons().forEach(reason -> out.println("    " + reason));
        return answer.allowed() ? 0 : NO;
    }

    private static Optional<Set<Role>> roles(String list) {
        if (list.equals("nobody")) {
            return Optional.of(Set.of());
        }
        var roles = EnumSet.noneOf(Role.class);
        for (var word : list.split(",", -1)) {
            var role = Role.of(word);
            if (role.isEmpty()) {
                return Optional.empty();
            }
            roles.add(role.get());
        }
        return Optional.of(roles);
    }

    private int matrix(boolean all) {
        var matrix = new PolicyMatrix(simulator);
        var cells = matrix.cells();
        if (all) {
            out.println("role,action,purpose,requester,profile,allowed");
            cells.forEach(cell -> out.println(String.join(
                    ",",
                    cell.role().code(),
                    cell.action().code(),
                    cell.purpose(),
                    cell.requester(),
                    cell.profile(),
                    cell.allowed() ? "yes" : "no")));
        } else {
            roles(cells);
            purposes(cells, matrix);
            grants(cells);
        }
        var allowed = cells.stream().filter(Cell::allowed).count();
        out.println(cells.size() + " cells, " + allowed + " allowed, policies " + CedarAccessPolicies.hash());
        return 0;
    }

    private void roles(List<Cell> cells) {
        for (var action : Action.values()) {
            var holders = cells.stream()
                    .filter(cell -> cell.action() == action && cell.allowed())
                    .map(cell -> cell.role().code())
                    .distinct()
                    .toList();
            out.printf("%-24s%s%s%n", action.code(), Purposes.ASKED_AT.contains(action) ? "P " : "  ", words(holders));
        }
        out.println("Everybody else is refused. Nobody untrained does anything. P: only for a purpose, as follows.");
    }

    private void purposes(List<Cell> cells, PolicyMatrix matrix) {
        for (var kind : StatedPurpose.Kind.values()) {
            var name = kind.purpose().name();
            var requesters = cells.stream()
                    .filter(cell -> cell.action() != Action.REQUEST_GRANT)
                    .filter(cell -> cell.purpose().equals(name) && cell.allowed())
                    .map(Cell::requester)
                    .distinct()
                    .toList();
            out.printf(
                    "%-24s  %s%n", name, requesters.isEmpty() ? "refused for everybody" : "for " + words(requesters));
        }
        matrix.closedGrounds()
                .forEach((profile, closed) -> out.println(profile.code() + " also refuses " + closed.size()
                        + " pairs of legal basis and offence, such as " + closed.getFirst()));
    }

    private void grants(List<Cell> cells) {
        out.println(
                "Written requests from outside, on reasonable suspicion and without a declaration, may be filed in:");
        for (var requester : Requester.values()) {
            var profiles = cells.stream()
                    .filter(cell -> cell.action() == Action.REQUEST_GRANT && cell.allowed())
                    .filter(cell -> cell.requester().equals(requester.code()))
                    .map(Cell::profile)
                    .distinct()
                    .toList();
            out.printf("%-24s  %s%n", requester.code(), profiles.isEmpty() ? "no state" : words(profiles));
        }
    }

    private static String words(List<String> words) {
        return words.stream().collect(Collectors.joining(", "));
    }

    private static String option(List<String> words, String name, String otherwise) {
        var at = words.indexOf(name);
        return at >= 0 && at + 1 < words.size() ? words.get(at + 1) : otherwise;
    }
}
