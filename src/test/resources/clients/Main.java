import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.ModelsApi;
import org.openapitools.client.api.ReleasesApi;
import org.openapitools.client.api.ReleasesApi.APIGetReleaseRequest;
import org.openapitools.client.api.ReleasesApi.APIListReleasesRequest;
import org.openapitools.client.api.ModelsApi.APIGetModelRequest;
import org.openapitools.client.model.Release;
import org.openapitools.client.model.ReleaseInclude;

/** Program that uses the generated Java client; ClientsTest checks its output. */
public class Main {
    public static void main(String... args) throws Exception {
        var client = new ApiClient();
        client.updateBaseUri(args[0]);
        var releases = new ReleasesApi(client);

        var page = releases.listReleases(APIListReleasesRequest.newBuilder()
                .collaborator(List.of("aime-leon-dore", "joe-freshgoods"))
                .include(List.of(ReleaseInclude.TOTAL, ReleaseInclude.RUMORS))
                .limit(2)
                .build());
        System.out.println(page.getTotal() + ": "
                + page.getItems().stream().map(Release::getTitle).collect(Collectors.joining(", ")));
        var first = page.getItems().get(0);
        System.out.println(first.getStatus() + " " + first.getGroup() + " " + first.getDate() + " "
                + first.getRumors().getStrongest() + " " + first.getNewestRumors().size());

        var model = new ModelsApi(client)
                .getModel(APIGetModelRequest.newBuilder().slug("new-balance-1000").build());
        System.out.println(model.getBrand().getName() + " " + model.getName() + ", "
                + model.getFirstAppeared().getLabel() + ": "
                + model.getTechnologies().get(0).getName());

        for (var slug : List.of("nobody-new-balance-1000", "Not a slug")) {
            try {
                releases.getRelease(APIGetReleaseRequest.newBuilder().slug(slug).build());
            } catch (ApiException refused) {
                var problem = new ObjectMapper().readTree(refused.getResponseBody());
                System.out.println(problem.get("status") + " " + problem.get("code").asText());
            }
        }
    }
}
