package dev.solecast.site;

import io.jstach.jstache.JStache;
import java.util.List;

/** What drops next, for people. */
@JStache(path = "calendar")
record CalendarPage(
        PageLayout.Page page,
        boolean monthly,
        List<FilterLinks.Filter> filters,
        List<Choice> brands,
        List<Choice> regions,
        List<Choice> certainties,
        List<Choice> groups,
        List<Chip> chips,
        List<Row> rows,
        String calendar,
        String feed,
        String asList,
        String asMonth) {

    /** One of several values of a filter. */
    record Choice(String value, String text, boolean chosen) {}

    /**
     * A filter that the form does not have.
     *
     * @param without the page without it
     */
    record Chip(String name, String value, String words, String without) {}

    /** A release, for those whose browser runs no scripts. */
    record Row(String address, String title, String date) {}
}
