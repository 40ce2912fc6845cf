package dev.solecast.feed;

import dev.solecast.change.ChangeKind;
import dev.solecast.change.ChangeLogReader;
import dev.solecast.change.ChangeLogReader.EntryChange;
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

/** Builds pages of news about changes of releases, newest first. */
@Singleton
class NewsPages {

    /** The kinds of changes that are news: no corrections by editors, and no small moves of a forecast. */
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

    /** Builds the requested page, of the releases that the filter finds today. */
    NewsPage page(ReleaseFilter filter, FeedQuery query, Language language, UriInfo uri) {
        refuse("asOf", filter.asOf() != null);
        refuse("recordedBy", filter.recordedBy() != null);
        refuse("include", !filter.include().isEmpty());
        var today = pages.today(query.tz());
        var found = changes.listAt(releases.listLastChanges(filter, today, NEWS, query.before(), query.size() + 1));
        var shown = found.subList(0, Math.min(found.size(), query.size()));
        var known =
                releases.releasesById(shown.stream().map(EntryChange::entryId).collect(Collectors.toSet()), today);
        var rumors = releases.rumorsById(shown.stream()
                .map(happened -> happened.change().rumor())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var messages = new FeedMessages(language);
        var writer = new NewsWriter(messages, address.of(uri));
        var news = shown.stream()
                .map(happened -> writer.of(
                        happened,
                        Objects.requireNonNull(known.get(happened.entryId())),
                        happened.change().rumor() == null
                                ? null
                                : rumors.get(happened.change().rumor())))
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

    private static void refuse(String parameter, boolean present) {
        if (present) {
            throw Problem.parameter(parameter, "has no meaning for a feed, which tells what changed; leave it out.");
        }
    }
}
