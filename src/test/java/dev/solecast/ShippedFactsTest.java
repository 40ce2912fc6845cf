package dev.solecast;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ShippedFactsTest {
    @Test
    void x() {
        for (var u : new String[] {
            "/v1/models/new-balance-1000",
            "/v1/collaborations?model=new-balance-1000",
            "/v1/colorways?model=new-balance-1000&color=pink",
            "/v1/releases?from=2024-03-01&to=2024-03-31&match=possible",
            "/v1/releases/upcoming?limit=3&include=rumors,total",
            "/v1/releases?modl=x",
            "/v1/releases?status=x",
            "/v1/releases?limit=0",
            "/v1/releases?from=2027-02-30",
            "/v1/releases?brand=%00",
            "/v1/x",
            "/v1/releases/zzz",
            "/v1/releases?from=2027-02-20&to=2026-01-01",
            "/v1/releases?kind=general,collaboration&region=DE&group=dated,undated&priceMin=3&currency=USD&sort=-updated&collaborator=kith&color=blue&source=highsnobiety"
        }) {
            var r = given().urlEncodingEnabled(false).get(u);
            System.out.println(u + " -> " + r.statusCode() + " " + r.headers().getValue("Link") + "\n" + r.asString());
        }
    }
}
