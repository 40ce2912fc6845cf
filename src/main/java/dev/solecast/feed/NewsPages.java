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
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds pages of news about changes of releases, newest first. */
@Singleton
class NewsPages {

    /** The kinds of changes that are news: no corrections by editors, and no small moves of a forecast. */
    private static final Set<ChangeKind> NEWS = EnumSet.of(
            ChangeKind.RUMOR_ADDED, ChangeKind.RUMOR_RETRACTED, ChangeKind.DATE_CHANGED, ChangeKind.STATUS_CHANGED);

    /** Parameters that do not narrow a feed. */
    private static final Set<String> OF_PAGE = Set.of("before", "limit", "tz");

    private final ChangeLogReader changes;
    private final ReleaseLookup releases;
    private final Pages pages;
    private final PublicAddress address;
    private final FeedTitle titles;

    NewsPages(ChangeLogReader changes, ReleaseLookup releases, Pages pages, PublicAddress address, FeedTitle titles) {
        this.titles = titles;
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
                .filter(happened -> known.containsKey(happened.entryId())) // not deleted meanwhile
                .map(happened -> writer.of(
                        happened,
                        Objects.requireNonNull(known.get(happened.entryId())),
                        happened.change().rumor() == null
                                ? null
                                : rumors.get(happened.change().rumor())))
                .toList();
        return new NewsPage(
                id(uri),
                titles.of(filter, messages),
                URI.create(address.of(uri) + "/"),
                here(uri).build(),
                here(uri, null),
                found.size() == shown.size()
                        ? null
                        : here(uri, shown.getLast().change().place()),
                news.isEmpty()
                        ? today.atStartOfDay(ZoneOffset.UTC).toInstant()
                        : news.getFirst().at(),
                language.tag(),
                news);
    }

    /** The id of the feed: of its filter in any order, whatever the address, the page or the zone of its reader. */
    private static UUID id(UriInfo uri) {
        var filter = uri.getQueryParameters().entrySet().stream()
                .filter(parameter -> !OF_PAGE.contains(parameter.getKey()))
                .map(parameter -> parameter.getKey() + "=" + String.join(",", new TreeSet<>(parameter.getValue())))
                .sorted()
                .collect(Collectors.joining("&", "solecast:feed?", ""));
        return UUID.nameUUIDFromBytes(filter.getBytes(StandardCharsets.UTF_8));
    }

    /** The address of this page with another place in the log; null leaves it out, and no bare question mark. */
    private URI here(UriInfo uri, @Nullable Long before) {
        var here = here(uri).replaceQueryParam("before", before == null ? new Object[0] : new Object[] {before});
        var address = here.build().toString();
        return URI.create(address.endsWith("?") ? address.substring(0, address.length() - 1) : address);
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
