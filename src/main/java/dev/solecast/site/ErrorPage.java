package dev.solecast.site;

import io.jstach.jstache.JStache;

/**
 * What people see where a program gets a problem.
 *
 * @param words what they may have looked for; may be empty
 */
@JStache(path = "error")
record ErrorPage(PageLayout.Page page, int status, String heading, String detail, String words) {

    boolean guessed() {
        return !words.isEmpty();
    }
}
