package passby.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passby.infra.testing.Templates;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.cxapi.SynthesisMessage;

/** What cdk-nag and the CDK itself say of the stacks. */
final class JudgedTest {
    /** CDK has named no successor of the messages of an assembly in Java. */
    @Test
    @SuppressWarnings("deprecation")
    void nothingIsFoundThatIsNotKeptOnOneResourceWithAReason() {
        var app = Templates.app(Templates.deployment("passby", false, Optional.empty()));
        Aspects.of(app).add(AwsSolutionsChecks.Builder.create().build());

        // One synthesis for all stacks: the annotations of cdk assertions would make one for each.
        var stacks = app.synth().getStacks();

        assertThat(stacks)
                .hasSize(5)
                .allSatisfy(stack -> assertThat(stack.getMessages())
                        .extracting(
                                SynthesisMessage::getId,
                                message -> message.getEntry().getData())
                        .isEmpty());
    }

    @Test
    void everyReasonIsASentence() {
        var reasons = Templates.aws().all().stream()
                .flatMap(stack -> stack.resources())
                .map(resource -> resource.getValue().path("Metadata"))
                .flatMap(metadata -> Stream.concat(
                        metadata.path("cdk_nag").findValuesAsText("reason").stream(),
                        metadata.path("checkov").findValuesAsText("comment").stream()))
                .distinct()
                .toList();

        assertThat(reasons).isNotEmpty().allMatch(reason -> reason.length() > 20 && reason.endsWith("."));
    }

    @Test
    void nothingIsKeptForAWholeStack() {
        for (var stack : Templates.aws().all()) {
            assertThat(stack.template().path("Metadata").toString()).doesNotContain("cdk_nag", "checkov", "cfn-lint");
        }
    }
}
