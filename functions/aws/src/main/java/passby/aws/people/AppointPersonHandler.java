package passby.aws.people;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import passby.aws.json.JsonObject;
import passby.aws.json.StrictJson;
import passby.core.form.Form;
import passby.core.form.Problem;
import passby.core.people.AppointPerson;

/** Appoints whom an administrator of the AWS account names, and answers the entry, or all that is wrong. */
public final class AppointPersonHandler implements RequestStreamHandler {
    private final AppointPerson appointPerson;

    public AppointPersonHandler(AppointPerson appointPerson) {
        this.appointPerson = appointPerson;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        output.write(answer(input.readAllBytes()).string().getBytes(StandardCharsets.UTF_8));
    }

    private JsonObject answer(byte[] body) {
        return switch (StrictJson.parse(body)) {
            case StrictJson.Parsed.Malformed(var detail) -> invalid(List.of(new Problem("", "malformed", detail)));
            case StrictJson.Parsed.Members(var members) -> answer(appointPerson.handle(new Form(members)));
        };
    }

    private static JsonObject answer(AppointPerson.Answer answer) {
        return switch (answer) {
            case AppointPerson.Answer.Appointed(var person, var accepted) ->
                new JsonObject()
                        .with("appointed", true)
                        .with("personId", person.personId())
                        .with(accepted);
            case AppointPerson.Answer.Invalid(var problems) -> invalid(problems);
            case AppointPerson.Answer.Conflict() ->
                invalid(List.of(new Problem(
                        "personId", "conflict", "somebody else changed this person at the same time: try again")));
        };
    }

    private static JsonObject invalid(List<Problem> problems) {
        var all = problems.stream()
                .map(problem -> new JsonObject()
                        .with("field", problem.field())
                        .with("code", problem.code())
                        .with("message", problem.message()))
                .toList();
        return new JsonObject().with("appointed", false).with("problems", all);
    }
}
