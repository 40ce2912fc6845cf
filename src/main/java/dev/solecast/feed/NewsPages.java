package dev.solecast.feed;

import dev.solecast.change.ChangeKind;
import dev.solecast.change.ChangeLogReader;
import dev.solecast.change.ChangeLogReader.Happened;
import dev.solecast.http.Language;
import dev.solecast.http.PublicAddress;
import dev.solecast.http.page.Pages;
import dev.solecast.http.problem.Problem;
import dev.solecast.release.list.ReleaseFilter;
import dev.solecast.release.read.ReleaseLookup;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes pages of news of what happened to releases, newest first. */
@Singleton
class NewsPages {

    /** What makes news: not what an editor corrects, and not each breath of a forecast. */
    private static final Set<ChangeKind> NEWS = EnumSet.of(
            ChangeKind.RUMOR_ADDED, ChangeKind.RUMOR_RETRACTED, ChangeKind.DATE_CHANGED, ChangeKind.STATUS_CHANGED);

    private final ChangeLogReader changes;
    private final ReleaseLookup releases;
    private final Pages pages;
    private final PublicAddress address;

    NewsPages(ChangeLogReader changes, ReleaseLookup releases, Pages pages, PublicAddress address) {
        this.changes = changes;
        this.releases = releases;
        this.pages = pages;
        this.address = address;
    }

    /** The page that is asked for, of the releases that the filter finds today. */
    NewsPage page(ReleaseFilter filter, FeedQuery query, Language language, UriInfo uri) {
        refuse("asOf", filter.asOf() != null);
        refuse("recordedBy", filter.recordedBy() != null);
        refuse("include", !filter.include().isEmpty());
        var today = pages.today(query.tz());
        var found = changes.at(releases.lastChanges(filter, today, NEWS, query.before(), query.size() + 1));
        var shown = found.subList(0, Math.min(found.size(), query.size()));
        var about = releases.releases(shown.stream().map(Happened::entry).collect(Collectors.toSet()), today);
        var rumors = releases.rumors(shown.stream()
                .map(each -> each.change().rumor())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var words = new FeedMessages(language);
        var reader = new NewsWriter(words, address.of(uri));
        var news = shown.stream()
                .map(each -> reader.of(
                        each,
                        Objects.requireNonNull(about.get(each.entry())),
                        each.change().rumor() == null
                                ? null
                                : rumors.get(each.change().rumor())))
                .toList();
        return new NewsPage(
                FeedTitle.of(uri, Set.of("tz", "before", "limit")),
                URI.create(address.of(uri) + "/"),
                here(uri).build(),
                here(uri).replaceQueryParam("before").build(),
                found.size() == shown.size()
                        ? null
                        : here(uri)
                                .replaceQueryParam(
                                        "before", shown.getLast().change().place())
                                .build(),
                news.isEmpty()
                        ? today.atStartOfDay(ZoneOffset.UTC).toInstant()
                        : news.getFirst().at(),
                language.tag(),
                news);
    }

    private UriBuilder here(UriInfo uri) {
        return UriBuilder.fromUri(address.of(uri) + uri.getRequestUri().getRawPath())
                .replaceQuery(uri.getRequestUri().getRawQuery());
    }

    private static void refuse(String parameter, boolean given) {
        if (given) {
            throw Problem.parameter(parameter, "has no meaning for a feed, which tells what changed; leave it out.");
        }
    }
}
