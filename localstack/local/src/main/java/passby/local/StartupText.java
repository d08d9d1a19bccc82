package passby.local;

import java.nio.file.Path;
import passby.local.city.City;
import passby.local.springfield.Springfield;

/** What the city says once it serves: where everything is, and how to sign in as somebody made up. */
final class StartupText {
    private StartupText() {}

    static String text(City city, Path folder) {
        return """

                Springfield serves until Ctrl-C. Everything here is made up and answers on this machine only.
                  API        %1$s   (document: %1$s/openapi.json, a tour: docs/api.md)
                  sign-ins   curl -s %2$s/%3$s      an officer
                             curl -s %2$s/officer-lund        another officer
                             curl -s %2$s/officer-untrained   an officer whose training ran out
                             curl -s %2$s/%4$s          the system administrator
                             curl -s %2$s/chief-ito           the chief
                             curl -s %2$s/manager-osei        the Program Manager
                             curl -s %2$s/records-zhou        the records officer
                             curl -s %2$s/auditor-quist       an auditor
                             each answers an access token: -H "authorization: Bearer $TOKEN"
                  cameras    keys in %5$s
                  ledger     %7$s: check it with scripts/verify-ledger; the public copy is at %1$s/log/
                  log        %6$s (no plate ever stands in it)""".formatted(
                        city.api(),
                        city.signIns(),
                        Springfield.OFFICER,
                        Springfield.ADMIN,
                        folder.resolve("cameras"),
                        folder.resolve("city.log"),
                        folder.resolve("ledger"));
    }
}
