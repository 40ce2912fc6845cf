package dev.solecast.site;

import dev.solecast.catalog.brand.BrandResource;
import dev.solecast.entry.ListFilter;
import dev.solecast.http.Slug;
import dev.solecast.http.page.PageQuery;
import dev.solecast.http.request.IgnoreUnknownParameters;
import dev.solecast.http.response.RenderedText;
import dev.solecast.release.list.ReleaseFilter;
import dev.solecast.release.read.ReleaseResource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The calendar: upcoming releases as a list or as a month. Its address may contain every filter of the API. */
@Path("/")
@RunOnVirtualThread
public class CalendarPageResource {

    private static final PageQuery FIRST_PAGE = new PageQuery(20, null, null);
    private static final PageQuery FIRST_BRANDS = new PageQuery(100, null, null);
    private static final List<String> REGIONS = List.of("US", "CA", "GB", "EU", "JP", "KR", "CN", "AU");
    private static final List<Map.Entry<String, String>> CERTAINTIES = List.of(
            Map.entry("0.2", "Rumored or surer"),
            Map.entry("0.5", "Likely or surer"),
            Map.entry("0.8", "Very likely or surer"));
    private static final List<Map.Entry<String, String>> GROUPS =
            List.of(Map.entry("dated", "Dated"), Map.entry("overdue", "Overdue"), Map.entry("undated", "No date yet"));

    /** The filters that have a field in the form. */
    private static final List<String> FORM_FILTERS = List.of("brand", "region", "minConfidence", "group");

    private final ReleaseResource releases;
    private final BrandResource brands;
    private final PageLayout layout;

    CalendarPageResource(ReleaseResource releases, BrandResource brands, PageLayout layout) {
        this.releases = releases;
        this.brands = brands;
        this.layout = layout;
    }

    /** The page; in browsers with scripts the component loads the list. */
    @GET
    @Produces(ContentPolicy.HTML)
    @IgnoreUnknownParameters
    @Operation(hidden = true)
    public RestResponse<RenderedText> calendar(
            @BeanParam ReleaseFilter filter, @RestQuery("view") @Nullable String view, UriInfo uri) {
        var filters = FilterLinks.of(uri.getQueryParameters());
        var upcoming = releases.upcoming(filter, FIRST_PAGE, uri);
        var page = layout.page(
                uri,
                filters.appendTo("/"),
                "What drops next",
                "Sneaker releases with how well each date is known, who says so, and how far to trust it.");
        var html = CalendarPageRenderer.of()
                .execute(new CalendarPage(
                        page.withOEmbed(layout.oEmbedUrl(uri, filters.appendTo("/"))),
                        "month".equals(view),
                        filters.filters(),
                        brands(filter.brand(), uri),
                        regions(filters.value("region")),
                        choices(CERTAINTIES, filters.value("minConfidence")),
                        choices(GROUPS, filters.value("group")),
                        chips(filters),
                        upcoming.items().stream()
                                .map(release -> new CalendarPage.Row(
                                        "/releases/" + release.slug(),
                                        release.title(),
                                        DateDisplay.of(release, upcoming.today())
                                                .sentence()))
                                .toList(),
                        filters.appendTo("/v1/calendar.ics"),
                        filters.appendTo("/v1/feed.atom"),
                        filters.appendTo("/"),
                        filters.filters().isEmpty() ? "/?view=month" : filters.appendTo("/") + "&view=month"));
        return ContentPolicy.PAGE.respond(new RenderedText(html, upcoming));
    }

    /** Returns the first brands, and the chosen one if it is not among them. */
    private List<CalendarPage.Choice> brands(List<Slug> chosen, UriInfo uri) {
        var first = brands.list(new ListFilter(null, null, List.of()), FIRST_BRANDS, uri).items().stream();
        var other = chosen.stream().limit(1).map(brands::get);
        var names = new LinkedHashMap<String, String>();
        Stream.concat(first, other).forEach(brand -> names.putIfAbsent(brand.slug(), brand.name()));
        return choices(List.copyOf(names.entrySet()), String.join(",", Slug.texts(chosen)));
    }

    private static List<CalendarPage.Choice> regions(String chosen) {
        return choices(
                REGIONS.stream().map(code -> Map.entry(code, country(code))).toList(), chosen);
    }

    private static String country(String code) {
        return code.equals("EU") ? "European Union" : Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    /** Returns the usual options and the chosen value, if it is not among them. */
    private static List<CalendarPage.Choice> choices(List<Map.Entry<String, String>> usual, String chosen) {
        var all = new ArrayList<>(usual);
        if (!chosen.isEmpty() && usual.stream().noneMatch(each -> each.getKey().equals(chosen))) {
            all.add(Map.entry(chosen, SafeText.text(chosen.replace('-', ' '))));
        }
        return all.stream()
                .map(each -> new CalendarPage.Choice(
                        each.getKey(), each.getValue(), each.getKey().equals(chosen)))
                .toList();
    }

    private static List<CalendarPage.Chip> chips(FilterLinks filters) {
        return filters.without(FORM_FILTERS).filters().stream()
                .map(filter -> new CalendarPage.Chip(
                        filter.name(),
                        filter.value(),
                        filter.words(),
                        filters.without(List.of(filter.name())).appendTo("/")))
                .toList();
    }
}
