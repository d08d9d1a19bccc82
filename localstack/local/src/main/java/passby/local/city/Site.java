package passby.local.city;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import passby.aws.api.SiteHeaders;
import passby.core.id.Entropy;
import passby.core.id.Ulids;
import passby.core.people.Person;
import passby.local.springfield.Springfield;

/**
 * The web app of the city on one machine, at {@code /app/} beside its API, with the page that signs people in; and the page for
 * everybody, at {@code /public/}.
 */
public final class Site implements AutoCloseable {
    private static final String APP = "/app/";
    private static final String PUBLIC = "/public/";

    private final URI city;
    private final SignInServer signIn;

    private Site(URI city, SignInServer signIn) {
        this.city = city;
        this.signIn = signIn;
    }

    /** Whether it was built: that takes Node.js, which the city itself does not need. */
    public static boolean isBuilt(Path folder) {
        return Files.isRegularFile(folder.resolve("app/index.html"))
                && Files.isRegularFile(folder.resolve("public/index.html"));
    }

    /** @param folder what {@code npm run build} makes in {@code web} */
    public static Site serve(City city, Path folder, Clock clock, Entropy entropy) throws IOException {
        var port = city.api().getPort();
        var origins = Set.of("http://127.0.0.1:" + port, "http://localhost:" + port);
        var redirects = origins.stream().map(origin -> URI.create(origin + APP)).collect(Collectors.toSet());
        var people = Springfield.people(clock).stream().map(Person::personId).collect(Collectors.toSet());
        var sessions = new Ulids(clock, entropy);
        var signIn = SignInServer.start(
                city.engines().oidc(), people, redirects, sessions::next, new SignInCodes(clock, entropy));
        var headers = SiteHeaders.forApp(signIn.endpoint().toString());
        city.serve(APP, new SiteFiles(APP, folder.resolve("app"), headers, Map.of("config.json", config(signIn))));
        city.serve(PUBLIC, new SiteFiles(PUBLIC, folder.resolve("public"), SiteHeaders.forPublicPage(), Map.of()));
        return new Site(city.api(), signIn);
    }

    /** What the app must know of its city, as the stack writes it in AWS. */
    private static String config(SignInServer signIn) {
        return """
                {"city":"%1$s","authorize":"%2$s/authorize","token":"%2$s/token","clientId":"%3$s","scope":"openid"}
                """.formatted(Springfield.CITY_ID, signIn.endpoint(), SignInRequest.CLIENT);
    }

    public URI app() {
        return city.resolve(APP);
    }

    public URI publicPage() {
        return city.resolve(PUBLIC);
    }

    @Override
    public void close() {
        signIn.close();
    }
}
