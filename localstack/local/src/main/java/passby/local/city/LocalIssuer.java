package passby.local.city;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import passby.core.people.Person;
import passby.local.engine.LocalOidc;
import passby.local.springfield.Springfield;

/**
 * The issuer of a city in LocalStack, alone: {@code LocalIssuer AUDIENCE ISSUER_PORT DESK_PORT}. It stands for the OIDC issuer
 * that a city has already; the desk hands out tokens of the made-up people, whom nothing but the city's own registry lets in.
 */
public final class LocalIssuer implements AutoCloseable {
    private static final int WRONG_USE = 2;
    private static final int SESSION_BYTES = 8;

    private final LocalOidc oidc;
    private final TokenServer desk;

    private LocalIssuer(LocalOidc oidc, TokenServer desk) {
        this.oidc = oidc;
        this.desk = desk;
    }

    /**
     * What the command line says.
     *
     * @param audience that its tokens are made for
     * @param issuerPort of the issuer
     * @param deskPort of the desk
     */
    record Place(String audience, int issuerPort, int deskPort) {
        /** Empty when the words are not these three. */
        static Optional<Place> parse(List<String> words) {
            if (words.size() != 3 || !words.stream().skip(1).allMatch(word -> word.matches("[0-9]{1,5}"))) {
                return Optional.empty();
            }
            return Optional.of(new Place(words.get(0), Integer.parseInt(words.get(1)), Integer.parseInt(words.get(2))));
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var place = Place.parse(List.of(arguments));
        if (place.isEmpty()) {
            System.err.println("LocalIssuer AUDIENCE ISSUER_PORT DESK_PORT");
            System.exit(WRONG_USE);
        }
        try (var issuer = start(place.orElseThrow(), Clock.systemUTC(), new SecureRandom())) {
            System.out.println(issuer.guide());
            Thread.currentThread().join();
        }
    }

    static LocalIssuer start(Place place, Clock clock, SecureRandom random) throws IOException {
        var oidc = LocalOidc.start(clock, place.audience(), place.issuerPort());
        try {
            return new LocalIssuer(
                    oidc, TokenServer.start(oidc, people(clock), () -> session(random), place.deskPort()));
        } catch (IOException e) {
            oidc.close();
            throw e;
        }
    }

    private static Set<String> people(Clock clock) {
        return Springfield.people(clock).stream().map(Person::personId).collect(Collectors.toSet());
    }

    private static String session(SecureRandom random) {
        var bytes = new byte[SESSION_BYTES];
        random.nextBytes(bytes);
        return "sign-in-" + HexFormat.of().formatHex(bytes);
    }

    LocalOidc oidc() {
        return oidc;
    }

    TokenServer desk() {
        return desk;
    }

    private String guide() {
        return "issuer " + oidc.issuer() + System.lineSeparator() + "keys " + oidc.keys() + System.lineSeparator()
                + "desk " + desk.endpoint();
    }

    @Override
    public void close() {
        desk.close();
        oidc.close();
    }
}
