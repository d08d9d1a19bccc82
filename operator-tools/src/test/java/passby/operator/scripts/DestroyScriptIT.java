package passby.operator.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.operator.scripts.Workplace.CITY;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.operator.scripts.Workplace.Run;

final class DestroyScriptIT {
    private Workplace workplace;

    @BeforeEach
    void build(@TempDir Path folder) throws IOException {
        workplace = new Workplace(folder);
        workplace.answer("cloudformation-describe-stacks-passby-service", "OK UPDATE_COMPLETE");
        workplace.answer("lambda-invoke", "OK {\"open\":0}");
    }

    private static void assertKept(Run run, String sentence) {
        assertThat(run.said()).contains(sentence);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.touchedNothing()).as("%s", run.calls()).isTrue();
    }

    @Test
    void theNameTypedDeletesWhatRunsAndKeepsWhatIsStored() throws IOException, InterruptedException {
        var run = workplace.destroy(CITY, "passby");

        assertThat(run.status()).as(run.said()).isZero();
        assertThat(run.calls())
                .filteredOn(call -> call.contains("delete"))
                .containsExactly(
                        "cloudformation delete-stack --stack-name passby-service --region us-east-1 --output text",
                        "cloudformation wait stack-delete-complete --stack-name passby-service --region us-east-1 --output text");
        assertThat(run.said())
                .contains("This deletes the stack passby-service", "It keeps passby-data", "delete it deliberately");
    }

    @Test
    void theWebAppGoesFirstAndItsFirewallWhereItIs() throws IOException, InterruptedException {
        workplace.answer("cloudformation-describe-stacks-passby-web", "OK UPDATE_COMPLETE");
        workplace.answer("cloudformation-describe-stacks-passby-edge", "OK UPDATE_COMPLETE");

        var run = workplace.destroy(CITY.replace("us-east-1", "us-west-2"), "passby");

        assertThat(run.status()).as(run.said()).isZero();
        assertThat(run.calls())
                .filteredOn(call -> call.contains("delete-stack"))
                .containsExactly(
                        "cloudformation delete-stack --stack-name passby-web --region us-west-2 --output text",
                        "cloudformation delete-stack --stack-name passby-edge --region us-east-1 --output text",
                        "cloudformation delete-stack --stack-name passby-service --region us-west-2 --output text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Passby", "passby-service", "yes"})
    void anythingElseTypedDeletesNothing(String typed) throws IOException, InterruptedException {
        assertKept(workplace.destroy(CITY, typed), "That is not its name: nothing was deleted.");
    }

    @Test
    void evidenceThatIsHeldKeepsTheCity() throws IOException, InterruptedException {
        workplace.answer("lambda-invoke", "OK {\"open\":3}");

        assertKept(workplace.destroy(CITY, "passby"), "3 hold(s) are open");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FAIL An error occurred (AccessDeniedException): no",
                "OK {\"errorType\":\"RuntimeException\"}",
                "OK {\"open\":null}"
            })
    void whenHoldsCannotBeToldTheCityIsKept(String answer) throws IOException, InterruptedException {
        workplace.answer("lambda-invoke", answer);

        assertKept(
                workplace.destroy(CITY, "passby"),
                "Cannot find out whether evidence is held: passby-CountHolds does not answer.");
    }

    @Test
    void holdsAreCountedByTheCityWithoutALookIntoItsTables() throws IOException, InterruptedException {
        var run = workplace.destroy(CITY, "no");

        assertThat(run.calls())
                .anyMatch(call -> call.startsWith("lambda invoke --function-name passby-CountHolds"))
                .noneMatch(call -> call.startsWith("dynamodb"));
    }

    @Test
    void anotherAccountThanTheCitysIsNotTouched() throws IOException, InterruptedException {
        workplace.answer("sts-get-caller-identity", "OK 999988887777");

        assertKept(workplace.destroy(CITY, "passby"), "the city belongs to account 111122223333");
    }

    @Test
    void whatIsNotThereIsNotDeleted() throws IOException, InterruptedException {
        workplace.answer(
                "cloudformation-describe-stacks-passby-service",
                "FAIL An error occurred (ValidationError): Stack with id passby-service does not exist");

        assertKept(workplace.destroy(CITY, "passby"), "There is no stack passby-service");
    }
}
