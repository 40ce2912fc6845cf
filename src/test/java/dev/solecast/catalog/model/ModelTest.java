package dev.solecast.catalog.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.catalog.brand.TestBrands;
import dev.solecast.date.Window;
import dev.solecast.entry.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTest {

    @ParameterizedTest
    @CsvSource({
        "New Balance, 1000,           New Balance 1000,       new-balance-1000",
        "Saucony,     ProGrid Omni 9, Saucony ProGrid Omni 9, saucony-progrid-omni-9",
        "Salomon,     XT-6,           Salomon XT-6,           salomon-xt-6",
    })
    void titleHasTheBrandInFrontAndTheReferenceDoesNot(String brand, String name, String title, String slug) {
        var model = TestModels.model(1, TestBrands.brand(1, brand), name);
        assertThat(model.title()).isEqualTo(title);
        assertThat(model.named()).isEqualTo(new Named(slug, name));
    }

    @Test
    void changeIsAboutTheModelAndItsBrand() {
        var model = TestModels.model(2, TestBrands.brand(1, "New Balance"), "1000");
        assertThat(model.entityRef().about()).containsExactly("model:2", "brand:1");
    }

    @Test
    void revisedModelChangesItsRelatedModelsOnlyIfTheyDiffer() {
        var brand = TestBrands.brand(1, "New Balance");
        var revival = new RelatedModel(TestModels.model(3, brand, "2002R"), Relation.EARLIER_REVIVAL);
        var model = TestModels.model(2, brand, "1000");
        var now = Instant.parse("2026-11-30T09:00:00Z");

        model.revise(request("1999"), brand, List.of(revival), now);
        var related = model.related();
        assertThat(related).containsExactly(revival);
        assertThat(model.firstAppeared()).isEqualTo(Window.parse("1999"));

        model.revise(request(null), brand, List.of(revival), now);
        assertThat(model.related()).isSameAs(related).containsExactly(revival);
        assertThat(model.firstAppeared()).isNull();
    }

    @Test
    void requestAloneDiffersInItsRelatedModelsOnly() {
        var request = request("1999");
        assertThat(request.related()).isNotEmpty();
        assertThat(request.withoutRelated().related()).isEmpty();
        assertThat(request.withoutRelated())
                .usingRecursiveComparison()
                .ignoringFields("related")
                .isEqualTo(request);
    }

    private static NewModel request(@Nullable String firstAppeared) {
        return new NewModel(
                "new-balance-1000",
                "new-balance",
                "1000",
                List.of("M1000"),
                firstAppeared,
                "running",
                List.of("dad shoe"),
                List.of(),
                List.of(),
                List.of(new NewModel.Related(Relation.EARLIER_REVIVAL, "new-balance-2002r")),
                List.of("Was it sold in Japan first?"),
                List.of());
    }
}
