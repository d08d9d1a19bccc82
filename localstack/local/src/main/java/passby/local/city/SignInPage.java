package passby.local.city;

import java.util.Collection;
import java.util.stream.Collectors;

/** The sign-in page of the local city: one button for each made-up person, in place of password and one-time code. */
final class SignInPage {
    /** Styles stand in the page; no script runs in it, and its form leads back here and on to the app alone. */
    static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

    private SignInPage() {}

    static String html(SignInRequest request, Collection<String> people) {
        var buttons = people.stream()
                .sorted()
                .map("<button name=\"person\" value=\"%1$s\">%1$s</button>"::formatted)
                .collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Sign in to Springfield</title>
                <style>
                body { background: #10151b; color: #f2f5f7; font: 18px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 30rem; padding: 1rem; }
                button { background: #1d2731; border: 1px solid #8fa3b5; border-radius: .5rem; color: inherit; display: block; font: inherit;
                  margin: .5rem 0; min-height: 3rem; padding: .5rem 1rem; text-align: left; width: 100%%; }
                button:focus-visible { outline: 3px solid #ffd166; }
                </style>
                </head>
                <body>
                <main>
                <h1>Sign in to Springfield</h1>
                <p>A made-up city on this machine. Choose who you are; password and one-time code are taken as given.</p>
                <form method="post" action="/authorize">
                <input type="hidden" name="response_type" value="code">
                <input type="hidden" name="client_id" value="%s">
                <input type="hidden" name="redirect_uri" value="%s">
                <input type="hidden" name="state" value="%s">
                <input type="hidden" name="code_challenge" value="%s">
                <input type="hidden" name="code_challenge_method" value="S256">
                %s
                </form>
                </main>
                </body>
                </html>
                """.formatted(
                        SignInRequest.CLIENT, request.redirectUri(), request.state(), request.challenge(), buttons);
    }
}
