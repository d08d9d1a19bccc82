package passby.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import passby.local.city.City;
import passby.local.city.CityLog;
import passby.local.city.DataFolder;
import passby.local.city.LocalFrames;
import passby.local.city.LocalLedger;
import passby.local.city.Site;
import passby.local.engine.LocalEngines;
import passby.local.engine.Storage;
import passby.local.show.Alerted;
import passby.local.show.Console;
import passby.local.show.Drive;
import passby.local.show.Forgetting;
import passby.local.show.Options;
import passby.local.show.Results;
import passby.local.show.Sightings;
import passby.local.springfield.Samples;
import passby.recognizer.PlateRecognizer;

/** {@code scripts/run}: the city on one machine, and pictures driven past its cameras. */
public final class Main {
    private static final int WRONG_USE = 2;
    /** Where {@code scripts/run} builds the web app; it starts the city in the repository's root. */
    private static final Path SITE = Path.of("web/target/site");

    private final Options options;
    private final Console console;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private Main(Options options, Console console) {
        this.options = options;
        this.console = console;
        this.clock = options.advance() == null ? Clock.systemUTC() : Clock.offset(Clock.systemUTC(), options.advance());
    }

    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var status =
                switch (Options.parse(List.of(arguments))) {
                    case Options.Parsed.Help() -> {
                        out.println(Options.HELP);
                        yield 0;
                    }
                    case Options.Parsed.Wrong(var message) -> {
                        System.err.println(message + System.lineSeparator() + Options.HELP);
                        yield WRONG_USE;
                    }
                    case Options.Parsed.Run(var options) -> {
                        new Main(options, new Console(out, isTerminal())).run();
                        yield 0;
                    }
                };
        // The engines' libraries leave threads behind that would keep a finished city alive.
        Runtime.getRuntime().halt(status);
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console())
                .map(java.io.Console::isTerminal)
                .orElse(false);
    }

    private void run() throws IOException {
        stopOnSignal(Thread.currentThread());
        try (var folder = DataFolder.open(options.data());
                var _ = CityLog.toFile(folder.path().resolve("city.log"))) {
            var sightings = new Sightings(System::nanoTime);
            try (var city = City.start(
                    plan(folder.path(), sightings),
                    new LocalLedger.Settings(options.publicDelay(), options.witnesses()),
                    clock,
                    this::bytes)) {
                if (options.advance() == null) {
                    serve(city, folder.path(), sightings);
                } else {
                    new Forgetting(city, console).show();
                    keepServing(city, folder.path());
                }
            }
        } catch (InterruptedException e) {
            console.say("Stopped.");
        }
    }

    private City.Plan plan(Path folder, Sightings sightings) {
        return new City.Plan(
                options.data() == null ? new Storage.InMemory() : new Storage.Folder(folder),
                folder,
                options.port(),
                options.retention(),
                this::recognizer,
                sightings::processed,
                published -> sightings.alerted(Alerted.hitId(published)),
                message -> console.say("%-7s %-24s %s".formatted(message.channel(), message.address(), message.text())),
                List.of());
    }

    /** Its models load while the city starts, so that the first picture does not wait for them. */
    private PlateRecognizer recognizer(LocalEngines engines) {
        var recognizer =
                new PlateRecognizer(new LocalFrames(engines.clients().s3()), clock, PlateRecognizer.Limits.USUAL);
        Thread.ofPlatform().daemon().name("warm-recognizer").start(recognizer::warm);
        return recognizer;
    }

    private void serve(City city, Path folder, Sightings sightings) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient();
                var results = Results.to(options.json())) {
            var cameras = new SpringfieldSetup(city, http, folder, clock, random).settle(options.listed());
            var pictures = options.images() == null ? Samples.unpack(folder) : Drive.pictures(options.images());
            console.say("Springfield is up at " + city.api() + "; " + pictures.size() + " pictures pass its cameras.");
            city.notes().forEach(console::say);
            new Drive(cameras, sightings, console, clock, System::nanoTime).past(pictures, results);
            // What was entered in the last minute is sealed before the city ends.
            if (options.once()) {
                city.tick();
            }
            keepServing(city, folder);
        }
    }

    private void keepServing(City city, Path folder) throws IOException, InterruptedException {
        if (!options.once()) {
            console.say(StartupText.text(city, folder));
            serveSite(city);
        }
    }

    private void serveSite(City city) throws IOException, InterruptedException {
        if (!Site.isBuilt(SITE)) {
            console.say("  web app    and public page left out: Node.js 20.19 or newer builds them, and is not here");
            Thread.currentThread().join();
            return;
        }
        try (var site = Site.serve(city, SITE, clock, this::bytes)) {
            console.say("  public     " + site.publicPage());
            console.say("  web app    " + site.app());
            Thread.currentThread().join();
        }
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Ctrl-C interrupts the city wherever it is, and the JVM waits until it has closed everything. */
    private static void stopOnSignal(Thread city) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            city.interrupt();
            try {
                city.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }
}
