package passby.aws.plate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.aws.deployment.AnswerUrls;
import passby.aws.deployment.DeploymentEvents;
import passby.aws.dynamodb.StoredCity;
import passby.aws.dynamodb.Tables;
import passby.aws.stub.HttpStub;
import passby.aws.stub.NoContext;

/** {@link MakeCityKeyHandler} over DynamoDB Local and a stand-in of KMS. */
final class MakeCityKeyHandlerIT {
    private final StoredCity city = StoredCity.fresh();

    @Test
    void aKeyIsMadeAtTheFirstDeploymentAndKeptThroughAllOthers() {
        try (var kms = KmsStub.working();
                var stub = HttpStub.answering(new HttpStub.Answer(200, Map.of(), ""))) {
            var keys = new WrappedCityKeys(city.client(), city.tables(), kms.client(), KmsStub.KEY);
            var handler = new MakeCityKeyHandler(keys, new AnswerUrls(List.of(), AnswerUrls.TIMEOUT));

            for (var kind : List.of("Create", "Create", "Update", "Delete")) {
                handler.handleRequest(
                        DeploymentEvents.event(kind, stub.endpoint(), Map.of()),
                        OutputStream.nullOutputStream(),
                        new NoContext());
            }

            assertThat(stub.received())
                    .hasSize(4)
                    .allSatisfy(answer -> assertThat(answer.body()).contains("\"Status\":\"SUCCESS\""));
            assertThat(stub.received().get(0).body()).contains("\"Made\":\"true\"");
            assertThat(stub.received().get(1).body()).contains("\"Made\":\"false\"");
            assertThat(kms.asked()).containsExactly("GenerateDataKeyWithoutPlaintext");
            assertThat(city.rows().of(Tables.CITY_KEYS)).hasSize(1);
        }
    }
}
